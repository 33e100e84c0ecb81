using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>SIM cards: the customer's stock, and the ones in use.</summary>
public interface ISimStock
{
    /// <summary>The card of that number wherever it is; the caller must not tell a customer of another's card.</summary>
    Task<SimCard?> FindAsync(Icc icc, CancellationToken cancellation);

    /// <summary>The card that works in the service now.</summary>
    Task<SimCard?> FindActiveAsync(Guid organisationId, Guid subscriptionId, CancellationToken cancellation);

    /// <summary>Writes the card, also a new one.</summary>
    /// <exception cref="Common.Errors.ConflictException">Somebody else changed it since it was loaded.</exception>
    Task SaveAsync(SimCard card, CancellationToken cancellation);
}
