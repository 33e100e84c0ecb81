using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Tickets;

/// <summary>Colleagues within the reach who can follow a ticket, by name.</summary>
/// <param name="Number">Of a ticket whose account they are to reach; null for a ticket that is not made yet.</param>
[Requires(Right.ManageTickets)]
public sealed record ListTicketColleagues(string? Number = null) : IQuery<IReadOnlyList<Colleague>>
{
    /// <summary>As many as can be looked over in a form.</summary>
    public const int Most = 200;

    internal sealed class Handler(ITicketRepository tickets, ITicketFollowers followers, ICurrentUser user) : IRequestHandler<ListTicketColleagues, IReadOnlyList<Colleague>>
    {
        public async Task<IReadOnlyList<Colleague>> Handle(ListTicketColleagues request, CancellationToken cancellationToken)
        {
            if (request.Number is null) return await followers.ChoicesAsync(user.Reach, user.Id, null, Most, cancellationToken);
            var ticket = await tickets.FindAsync(user.Reach, request.Number, cancellationToken) ?? throw new NotFoundException();
            return [.. (await followers.ChoicesAsync(user.Reach, user.Id, ticket.Data.AccountId, Most, cancellationToken)).Where(colleague => colleague.Id != ticket.Data.CreatedById)];
        }
    }
}
