using Connect.Application.Common.Ports;
using Connect.Domain.Orders;

namespace Connect.Application.Orders;

/// <summary>Ends an order, carried out or not, with all that hangs on it, in one transaction.</summary>
public sealed class OrderEnding(IOrderRepository orders, SimReplacementOutcome replacements, ITransactions transactions, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <param name="end">Moves the order to its end.</param>
    /// <param name="actor">Who called it off, for the service's history.</param>
    /// <returns>False when it had ended already.</returns>
    public Task<bool> EndAsync(Guid orderId, Action<Order, DateTimeOffset> end, string actor, CancellationToken cancellation) => transactions.RunAsync(async () =>
    {
        var order = await orders.FindForOperatorAsync(orderId, cancellation);
        if (order is not { IsOpen: true }) return false;
        await EndAsync(order, end, actor, cancellation);
        return true;
    }, cancellation);

    /// <summary>It is carried out. For an order at hand, in the running transaction.</summary>
    /// <param name="card">What the operator tells of a new SIM card; <see cref="DeliveredSim.Known"/> when there is nothing to tell.</param>
    public async Task DeliverAsync(Order order, DeliveredSim card, CancellationToken cancellation)
    {
        await replacements.DeliveredAsync(order, card, cancellation);
        order.Deliver(Now);
        await orders.SaveAsync(order, cancellation);
    }

    /// <summary>It will not be carried out. For an order at hand, in the running transaction.</summary>
    public async Task EndAsync(Order order, Action<Order, DateTimeOffset> end, string actor, CancellationToken cancellation)
    {
        end(order, Now);
        await orders.SaveAsync(order, cancellation);
        await replacements.EndedAsync(order, actor, cancellation);
    }
}
