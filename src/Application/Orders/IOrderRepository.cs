using Connect.Domain.Orders;
using Connect.Domain.Users;

namespace Connect.Application.Orders;

/// <summary>Orders to be changed: load, call the rule, save.</summary>
public interface IOrderRepository
{
    /// <summary>The order of that number, or null when there is none within the reach.</summary>
    Task<Order?> FindAsync(AccountReach reach, string number, CancellationToken cancellation);

    /// <summary>For the operator's reports and the work that sends orders.</summary>
    Task<Order?> FindForOperatorAsync(string number, CancellationToken cancellation);

    /// <inheritdoc cref="FindForOperatorAsync(string, CancellationToken)"/>
    Task<Order?> FindForOperatorAsync(Guid id, CancellationToken cancellation);

    /// <summary>True while an order of the type is open for the service.</summary>
    Task<bool> HasOpenAsync(AccountReach reach, Guid subscriptionId, OrderType type, CancellationToken cancellation);

    /// <summary>The open orders of a service, the next first. For what ends with the service; the caller has found it within the reach.</summary>
    Task<IReadOnlyList<Order>> OpenOfServiceAsync(Guid organisationId, Guid subscriptionId, CancellationToken cancellation);

    /// <summary>True when some order has the number, in any organisation.</summary>
    Task<bool> IsTakenAsync(string number, CancellationToken cancellation);

    /// <summary>Name of the user of the order's service; null when it has none.</summary>
    Task<string?> ServiceNameAsync(Guid orderId, CancellationToken cancellation);

    /// <summary>Writes the order, also a new one, with its lines and events.</summary>
    /// <exception cref="Common.Errors.ConflictException">Somebody else changed it since it was loaded, or another of the type is open for the service (<c>SimReplacementOpen</c>, <c>TerminationOpen</c> …).</exception>
    Task SaveAsync(Order order, CancellationToken cancellation);
}
