using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Tickets;

/// <summary>Colleagues within the reach who can follow a ticket, by name.</summary>
/// <param name="Number">Of a ticket whose account they are to reach; null for a ticket that is not made yet.</param>
/// <param name="Account">Number of the account that a new ticket is to be about; where it is not known yet, all can be chosen.</param>
[Requires(Right.ManageTickets)]
public sealed record ListTicketColleagues(string? Number = null, string? Account = null) : IQuery<IReadOnlyList<Colleague>>
{
    /// <summary>As many as can be looked over in a form.</summary>
    public const int Most = 200;

    internal sealed class Handler(ITicketRepository tickets, IAccountRepository accounts, ITicketFollowers followers, ICurrentUser user) : IRequestHandler<ListTicketColleagues, IReadOnlyList<Colleague>>
    {
        public async Task<IReadOnlyList<Colleague>> Handle(ListTicketColleagues request, CancellationToken cancellationToken)
        {
            if (request.Number is null)
            {
                var account = string.IsNullOrWhiteSpace(request.Account) ? null : await accounts.FindAsync(user.Reach, request.Account.Trim(), cancellationToken);
                return await followers.ChoicesAsync(user.Reach, user.Id, account?.Id, Most, cancellationToken);
            }

            var ticket = await tickets.FindAsync(user.Reach, request.Number, cancellationToken) ?? throw new NotFoundException();
            return [.. (await followers.ChoicesAsync(user.Reach, user.Id, ticket.Data.AccountId, Most, cancellationToken)).Where(colleague => colleague.Id != ticket.Data.CreatedById)];
        }
    }
}
