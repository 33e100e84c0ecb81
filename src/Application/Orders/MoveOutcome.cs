using Connect.Application.Subscriptions;
using Connect.Domain.Orders;

namespace Connect.Application.Orders;

/// <summary>What the end of a move means: the service belongs to the other account, or stays.</summary>
internal sealed class MoveOutcome(ISubscriptionRepository subscriptions, TimeProvider clock) : IOrderOutcome
{
    public OrderType Type => OrderType.Move;

    public async Task DeliveredAsync(Order order, DeliveredSim card, CancellationToken cancellation)
    {
        var subscription = await subscriptions.OrderedAsync(order, cancellation);
        subscription.Moved(order, (MoveDetail)order.Lines[0].Detail, clock.GetUtcNow());
        await subscriptions.SaveAsync(subscription, cancellation);
    }

    public async Task EndedAsync(Order order, string actor, CancellationToken cancellation)
    {
        var subscription = await subscriptions.OrderedAsync(order, cancellation);
        subscription.MoveEnded(order, actor, clock.GetUtcNow());
        await subscriptions.SaveAsync(subscription, cancellation);
    }
}
