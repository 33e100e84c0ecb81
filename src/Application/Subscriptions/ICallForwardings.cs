using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>The forwardings of services as the operator has them; what is under way is told by <see cref="ForwardingDesk"/>.</summary>
public interface ICallForwardings
{
    /// <summary>Of a service that was found within the reach.</summary>
    Task<IReadOnlyList<ActiveForwarding>> ListAsync(Guid organisationId, Guid subscriptionId, CancellationToken cancellation);

    /// <summary>Puts down what the operator has carried out. Doing it again changes nothing.</summary>
    Task ApplyAsync(Guid organisationId, Guid subscriptionId, ForwardingChange change, DateTimeOffset at, CancellationToken cancellation);
}

/// <param name="Since">When it was set as it is.</param>
public sealed record ActiveForwarding(CallForwarding Setting, DateTimeOffset Since);
