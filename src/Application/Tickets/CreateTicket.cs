using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Tickets;

/// <summary>
/// Skapa ärende: about an account within the reach, or about a service, whose account it is then. Failures beside those of the fields:
/// <c>AccountUnknown</c>, <c>FileUnknown</c>, <c>FollowersUnfit</c>, <c>FollowerUnknown</c>; a service wants the right to see services too.
/// </summary>
[Requires(Right.ManageTickets)]
public sealed record CreateTicket(TicketType Type, string Title, string Text, Guid RequestId) : ICommand<CreatedTicket>, IOnce
{
    /// <summary>Number of the account; not needed with a service.</summary>
    public string? Account { get; init; }

    public Guid? SubscriptionId { get; init; }

    /// <summary>Of support tickets; <see cref="TicketPriority.Normal"/> unless given.</summary>
    public TicketPriority? Priority { get; init; }

    /// <summary>Files that were uploaded before.</summary>
    public IReadOnlyList<Guid> Attachments { get; init; } = [];

    /// <summary>Colleagues who get its mails.</summary>
    public IReadOnlyList<Guid> Followers { get; init; } = [];

    public sealed class Validator : AbstractValidator<CreateTicket>
    {
        public Validator()
        {
            RuleFor(c => c.Type).IsInEnum();
            RuleFor(c => c.Title).NotEmpty().Line(TicketData.TitleLength);
            RuleFor(c => c.Text).TicketText();
            RuleFor(c => c.Account).NotEmpty().When(c => c.SubscriptionId is null, ApplyConditionTo.CurrentValidator).MaximumLength(200);
            RuleFor(c => c.Priority).IsInEnum();
            RuleFor(c => c.Priority).Null().When(c => c.Type != TicketType.Support).WithErrorCode("TicketPrioritySupport");
            RuleFor(c => c.Attachments).TicketFiles();
            RuleFor(c => c.Followers).Must(ids => ids is { Count: <= TicketExtras.MostFollowers }).WithErrorCode("FollowerUnknown");
        }
    }

    internal sealed class Handler(TicketSubjects subjects, TicketDesk desk, TicketExtras extras, ICurrentUser user, IAudit audit) : IRequestHandler<CreateTicket, CreatedTicket>
    {
        public async Task<CreatedTicket> Handle(CreateTicket request, CancellationToken cancellationToken)
        {
            var (accountId, service) = request.SubscriptionId is { } id
                ? await subjects.ServiceAsync(user, id, cancellationToken)
                : (await subjects.AccountAsync(user.Reach, request.Account!, cancellationToken), null);
            var priority = request.Type == TicketType.Support ? request.Priority ?? TicketPriority.Normal : (TicketPriority?)null;
            var start = new NewTicket(user.Reach.OrganisationId, accountId, await desk.NextNumberAsync(cancellationToken), request.Type,
                AccountRules.Clean(request.Title)!, TicketRules.Clean(request.Text))
            {
                Priority = priority, Service = service, Agreed = await desk.AgreedAsync(user.Reach, service?.Id, priority, cancellationToken),
            };
            var ticket = Ticket.Create(start, TicketDesk.ActorOf(user), desk.Now);
            await desk.SaveAndTellAsync(ticket, TicketNews.Created, ticket.NewMessages[0], cancellationToken);
            await extras.AttachAsync(ticket, ticket.NewMessages[0], request.Attachments, cancellationToken);
            await extras.FollowAsync(ticket, request.Followers, cancellationToken);
            audit.Subject(nameof(Ticket), ticket.Id);
            audit.Change(null, new { ticket.Number, request.Type, Priority = priority, request.Account, Service = service?.Name, Files = request.Attachments.Count, Followers = request.Followers.Count });
            return new(ticket.Number);
        }
    }
}

/// <param name="Number">What people read, and its address.</param>
public sealed record CreatedTicket(string Number);
