using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Tickets;

/// <summary>Stäng ärendet: the customer needs no more. An answer opens it again for 14 days. Closed already: <c>TicketClosed</c>.</summary>
[Requires(Right.ManageTickets)]
public sealed record CloseTicket(string Number) : ICommand
{
    public sealed class Validator : AbstractValidator<CloseTicket>
    {
        public Validator() => RuleFor(c => c.Number).NotEmpty().MaximumLength(20);
    }

    internal sealed class Handler(ITicketRepository tickets, TicketDesk desk, ICurrentUser user, IAudit audit) : IRequestHandler<CloseTicket, Unit>
    {
        public async Task<Unit> Handle(CloseTicket request, CancellationToken cancellationToken)
        {
            var ticket = await tickets.FindAsync(user.Reach, request.Number, cancellationToken) ?? throw new NotFoundException();
            var before = ticket.State;
            audit.Subject(nameof(Ticket), ticket.Id);
            ticket.Close(TicketDesk.ActorOf(user), desk.Now);
            await desk.SaveAndTellAsync(ticket, TicketNews.Closed, null, cancellationToken);
            audit.Change(new { State = before }, new { ticket.State });
            return Unit.Value;
        }
    }
}
