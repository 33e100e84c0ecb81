using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Tickets;
using FluentValidation;
using MediatR;

namespace Connect.Application.Tickets;

/// <summary>
/// The operator answers in a ticket, says where it stands, or both. Each report counts once, by its id; repeated ones change nothing. An answer, and that
/// it is solved or closed, goes by mail to whoever made the ticket and to its followers.
/// </summary>
/// <param name="Number">Of the ticket.</param>
/// <param name="Id">The operator's own id of the answer or report, unique within the ticket.</param>
[OperatorOnly("integration")]
public sealed record ReportTicket(string Number, string Id) : ICommand
{
    /// <summary>The answer.</summary>
    public string? Text { get; init; }

    /// <summary>Who answers, as the customer is to see it.</summary>
    public string? Author { get; init; }

    /// <summary>Any but <see cref="TicketState.New"/>. An answer without it makes a new ticket go on and leaves others as they are.</summary>
    public TicketState? State { get; init; }

    public sealed class Validator : AbstractValidator<ReportTicket>
    {
        public Validator()
        {
            RuleFor(r => r.Number).NotEmpty().MaximumLength(20);
            RuleFor(r => r.Id).NotEmpty().Line(TicketMessage.ExternalIdLength);
            RuleFor(r => r.Text).NotEmpty().When(r => r.State is null, ApplyConditionTo.CurrentValidator);
            RuleFor(r => r.Text!).TicketText().When(r => !string.IsNullOrEmpty(r.Text));
            RuleFor(r => r.Author).Line(TicketMessage.AuthorLength);
            RuleFor(r => r.State).IsInEnum().NotEqual(TicketState.New).WithErrorCode("TicketStateNew");
        }
    }

    internal sealed class Handler(ITicketRepository tickets, TicketMail mail, IAudit audit, TimeProvider clock) : IRequestHandler<ReportTicket, Unit>
    {
        public async Task<Unit> Handle(ReportTicket request, CancellationToken cancellationToken)
        {
            var ticket = await tickets.FindForOperatorAsync(request.Number.Trim(), cancellationToken) ?? throw new NotFoundException();
            audit.Subject(nameof(Ticket), ticket.Id, ticket.Data.OrganisationId);
            if (await tickets.IsToldAsync(ticket.Id, request.Id, cancellationToken)) return Unit.Value;
            var (before, now) = (ticket.State, clock.GetUtcNow());
            var answer = string.IsNullOrEmpty(request.Text) ? null
                : ticket.Receive(new(Guid.CreateVersion7(), now, true, null, AccountRules.Clean(request.Author) ?? "", TicketRules.Clean(request.Text), request.Id));
            if (request.State is { } state) ticket.Report(state, now, request.Id);
            await tickets.SaveAsync(ticket, cancellationToken);
            if (answer is null && ticket.NewEvents.All(happened => happened.ExternalId is null)) await tickets.RememberAsync(ticket.Id, request.Id, cancellationToken);
            if (answer is not null || HasEnded(before, ticket.State)) await mail.SendAsync(ticket, answer, cancellationToken);
            audit.Change(new { State = before }, new { ticket.State });
            return Unit.Value;
        }

        // What was solved is closed in time, which is no news.
        private static bool HasEnded(TicketState before, TicketState now) => (now == TicketState.Solved && before != now) || (now == TicketState.Closed && before.IsOpen());
    }
}
