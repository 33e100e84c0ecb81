using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Tickets;

/// <summary>A colleague gets the ticket's mails from now on: one who reaches its account and may see tickets (<c>FollowersUnfit</c>, <c>FollowerUnknown</c>). Twice is once.</summary>
[Requires(Right.ManageTickets)]
public sealed record FollowTicket(string Number, Guid UserId) : ICommand
{
    internal sealed class Handler(ITicketRepository tickets, TicketExtras extras, ICurrentUser user, IAudit audit) : IRequestHandler<FollowTicket, Unit>
    {
        public async Task<Unit> Handle(FollowTicket request, CancellationToken cancellationToken)
        {
            var ticket = await tickets.FindAsync(user.Reach, request.Number, cancellationToken) ?? throw new NotFoundException();
            audit.Subject(nameof(Ticket), ticket.Id);
            await extras.FollowAsync(ticket, [request.UserId], cancellationToken);
            audit.Change(null, new { Follower = request.UserId });
            return Unit.Value;
        }
    }
}

/// <summary>A colleague within the reach gets the ticket's mails no more; oneself too. Whoever does not follow it, or lies outside the reach, is left alone.</summary>
[Requires(Right.ManageTickets)]
public sealed record UnfollowTicket(string Number, Guid UserId) : ICommand
{
    internal sealed class Handler(ITicketRepository tickets, ITicketFollowers followers, ICurrentUser user, IAudit audit) : IRequestHandler<UnfollowTicket, Unit>
    {
        public async Task<Unit> Handle(UnfollowTicket request, CancellationToken cancellationToken)
        {
            var ticket = await tickets.FindAsync(user.Reach, request.Number, cancellationToken) ?? throw new NotFoundException();
            audit.Subject(nameof(Ticket), ticket.Id);
            if (await followers.RemoveAsync(user.Reach, ticket.Id, request.UserId, cancellationToken)) audit.Change(new { Follower = request.UserId }, null);
            return Unit.Value;
        }
    }
}
