using Connect.Application.Subscriptions;
using Connect.Domain.Orders;

namespace Connect.Application.Orders;

/// <summary>What the end of a change means: the service has the other data package and price lists, or what it had.</summary>
internal sealed class ChangeOutcome(ISubscriptionRepository subscriptions, IServicePlans plans, TimeProvider clock) : IOrderOutcome
{
    public OrderType Type => OrderType.Change;

    public async Task DeliveredAsync(Order order, DeliveredSim card, CancellationToken cancellation)
    {
        var subscription = await subscriptions.OrderedAsync(order, cancellation);
        var change = (ChangeDetail)order.Lines[0].Detail;
        var now = await plans.OfAsync(order.Data.OrganisationId, subscription.Id, cancellation);
        var wanted = (await plans.CatalogueAsync(cancellation)).Find(change);
        subscription.Changed(order, now, wanted, change, clock.GetUtcNow());
        await plans.SaveAsync(order.Data.OrganisationId, subscription.Id, wanted, cancellation);
        await subscriptions.SaveAsync(subscription, cancellation);
    }

    public async Task EndedAsync(Order order, string actor, CancellationToken cancellation)
    {
        var subscription = await subscriptions.OrderedAsync(order, cancellation);
        subscription.ChangeEnded(order, actor, clock.GetUtcNow());
        await subscriptions.SaveAsync(subscription, cancellation);
    }
}
