using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Application.Subscriptions;

/// <summary>Services to be changed: load, call the rule, save.</summary>
public interface ISubscriptionRepository
{
    /// <summary>The service, or null when there is none within the reach or its product is kept out of the portal.</summary>
    Task<Subscription?> FindAsync(AccountReach reach, Guid id, CancellationToken cancellation);

    /// <summary>For the operator's reports, which reach every service of the organisation that the order is of.</summary>
    Task<Subscription?> FindForOperatorAsync(Guid organisationId, Guid id, CancellationToken cancellation);

    /// <summary>Writes changes and history.</summary>
    /// <exception cref="Common.Errors.ConflictException">Somebody else changed it since it was loaded.</exception>
    Task SaveAsync(Subscription subscription, CancellationToken cancellation);

    /// <summary>Writes the history alone, where nothing of the service itself has changed: what others are about to change of it stays possible.</summary>
    Task TellAsync(Subscription subscription, CancellationToken cancellation);
}
