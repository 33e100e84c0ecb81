using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>The barrings of services as the operator has them; what is under way is told by <see cref="BarringDesk"/>.</summary>
public interface IBarrings
{
    /// <summary>Of a service that was found within the reach.</summary>
    Task<IReadOnlyList<ActiveBarring>> ListAsync(Guid organisationId, Guid subscriptionId, CancellationToken cancellation);

    /// <summary>Puts down what the operator has carried out. Doing it again changes nothing.</summary>
    Task ApplyAsync(Guid organisationId, Guid subscriptionId, BarringChange change, DateTimeOffset at, CancellationToken cancellation);
}

/// <param name="Since">When it began to act.</param>
public sealed record ActiveBarring(BarringKind Kind, DateTimeOffset Since);
