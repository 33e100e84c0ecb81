using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Tickets;
using Connect.Domain.Users;

namespace Connect.Application.Tickets;

/// <summary>Finds what a ticket is about, within the reach.</summary>
public sealed class TicketSubjects(IAccountRepository accounts, ISubscriptionRepository subscriptions)
{
    /// <exception cref="DomainRuleException"><c>AccountUnknown</c>.</exception>
    public async Task<Guid> AccountAsync(AccountReach reach, string number, CancellationToken cancellation) =>
        (await accounts.FindAsync(reach, number.Trim(), cancellation) ?? throw new DomainRuleException("AccountUnknown", nameof(CreateTicket.Account))).Id;

    /// <summary>The service and the account that it belongs to; also one that has ended.</summary>
    /// <exception cref="ForbiddenException">The user may not see services.</exception>
    /// <exception cref="NotFoundException">There is none within the reach.</exception>
    public async Task<(Guid AccountId, TicketService Service)> ServiceAsync(ICurrentUser user, Guid id, CancellationToken cancellation)
    {
        if (!user.Has(Right.ViewSubscriptions)) throw new ForbiddenException();
        var found = (await subscriptions.FindAsync(user.Reach, id, cancellation) ?? throw new NotFoundException()).Data;
        return (found.AccountId, new(found.Id, found.UserName, found.PhoneNumber ?? found.FixedNumber));
    }
}
