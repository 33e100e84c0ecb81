using Connect.Application.Subscriptions;
using Connect.Domain.Orders;

namespace Connect.Application.Orders;

/// <summary>What the end of a top-up means: the service has more data in the month that it was ordered for, or what it had.</summary>
internal sealed class TopUpOutcome(ISubscriptionRepository subscriptions, ITopUps topUps, TimeProvider clock) : IOrderOutcome
{
    public OrderType Type => OrderType.TopUp;

    public async Task DeliveredAsync(Order order, DeliveredSim card, CancellationToken cancellation)
    {
        var subscription = await subscriptions.OrderedAsync(order, cancellation);
        var (topUp, now) = ((TopUpDetail)order.Lines[0].Detail, clock.GetUtcNow());
        subscription.ToppedUp(order, topUp, now);
        await topUps.AddAsync(order, topUp, now, cancellation);
        await subscriptions.SaveAsync(subscription, cancellation);
    }

    public async Task EndedAsync(Order order, string actor, CancellationToken cancellation)
    {
        var subscription = await subscriptions.OrderedAsync(order, cancellation);
        subscription.TopUpEnded(order, actor, clock.GetUtcNow());
        await subscriptions.SaveAsync(subscription, cancellation);
    }
}
