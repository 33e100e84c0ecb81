using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Orders;

/// <summary>What the end of a termination means: the service has ended and its SIM card with it, or it goes on.</summary>
internal sealed class TerminationOutcome(ISubscriptionRepository subscriptions, IBarrings barrings, ISimStock stock, TimeProvider clock) : IOrderOutcome
{
    public OrderType Type => OrderType.Termination;

    public async Task DeliveredAsync(Order order, DeliveredSim card, CancellationToken cancellation)
    {
        var subscription = await subscriptions.OrderedAsync(order, cancellation);
        var active = await stock.FindActiveAsync(order.Data.OrganisationId, subscription.Id, cancellation);
        subscription.Terminated(order, active, clock.GetUtcNow());
        if (active is not null) await stock.SaveAsync(active, cancellation);
        await subscriptions.SaveAsync(subscription, cancellation);
    }

    public async Task EndedAsync(Order order, string actor, CancellationToken cancellation)
    {
        var subscription = await subscriptions.OrderedAsync(order, cancellation);
        var detail = (TerminationDetail)order.Lines[0].Detail;
        // It may have been lost or stolen since it was to end.
        var isLost = (await barrings.ListAsync(order.Data.OrganisationId, subscription.Id, cancellation)).Any(barring => barring.Kind == BarringKind.LostOrStolen);
        subscription.TerminationEnded(order, detail with { WasBarred = detail.WasBarred || isLost }, actor, clock.GetUtcNow());
        await subscriptions.SaveAsync(subscription, cancellation);
    }
}
