using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Tickets;

/// <summary>Svara: writes in the thread. What waited for the customer or had been solved goes on, and so does what was closed, for 14 days (<c>TicketClosedTooLong</c>).</summary>
[Requires(Right.ManageTickets)]
public sealed record AnswerTicket(string Number, string Text, Guid RequestId) : ICommand<TicketState>, IOnce
{
    /// <summary>Files that were uploaded before.</summary>
    public IReadOnlyList<Guid> Attachments { get; init; } = [];

    public sealed class Validator : AbstractValidator<AnswerTicket>
    {
        public Validator()
        {
            RuleFor(c => c.Number).NotEmpty().MaximumLength(20);
            RuleFor(c => c.Text).TicketText();
            RuleFor(c => c.Attachments).TicketFiles();
        }
    }

    internal sealed class Handler(ITicketRepository tickets, TicketDesk desk, TicketExtras extras, ICurrentUser user, IAudit audit) : IRequestHandler<AnswerTicket, TicketState>
    {
        public async Task<TicketState> Handle(AnswerTicket request, CancellationToken cancellationToken)
        {
            var ticket = await tickets.FindAsync(user.Reach, request.Number, cancellationToken) ?? throw new NotFoundException();
            var before = ticket.State;
            audit.Subject(nameof(Ticket), ticket.Id);
            var message = ticket.Answer(TicketRules.Clean(request.Text), TicketDesk.ActorOf(user), desk.Now);
            await desk.SaveAndTellAsync(ticket, TicketNews.Answered, message, cancellationToken);
            await extras.AttachAsync(ticket, message, request.Attachments, cancellationToken);
            audit.Change(new { State = before }, new { ticket.State, Files = request.Attachments.Count });
            return ticket.State;
        }
    }
}
