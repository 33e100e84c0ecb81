using Connect.Domain.Tickets;
using Connect.Domain.Users;

namespace Connect.Application.Tickets;

/// <summary>What is agreed for support tickets (SLA).</summary>
public interface IAgreedTimes
{
    /// <summary>
    /// By priority; empty where nothing is agreed. Of a service it is what its own agreement says, and where that says nothing, as without a service, what
    /// the organisation's agreement of the day says.
    /// </summary>
    Task<IReadOnlyDictionary<TicketPriority, AgreedTimes>> OfAsync(AccountReach reach, Guid? subscriptionId, DateOnly day, CancellationToken cancellation);
}
