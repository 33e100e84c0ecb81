using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>Bars a service whose charges have come to their cap, and lifts that again; both by the change that barrings go by, in the running transaction.</summary>
public sealed class CostCapDesk(ICostCaps caps, BarringDesk barrings, ISubscriptionRepository subscriptions, UsageRounds rounds, TimeProvider clock)
{
    public DateOnly Month => StockholmTime.MonthOf(clock.Today());

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Writes another amount; what is charged already is looked at soon.</summary>
    public async Task SetAsync(CostCap cap, CancellationToken cancellation)
    {
        await caps.SaveAsync(cap, cancellation);
        await rounds.CapsSoonAsync(cancellation);
    }

    public async Task BarAsync(Subscription subscription, CostCap cap, CancellationToken cancellation)
    {
        var change = subscription.CostCapReached(cap, await ComingAsync(subscription, cancellation), Now);
        await CarryOutAsync(subscription, change, cancellation);
        await caps.SaveAsync(cap with { BarsIn = Month, Bars = change.Added }, cancellation);
    }

    /// <returns>The cap as it is then; it is not written.</returns>
    public async Task<CostCap> LiftAsync(Subscription subscription, CostCap cap, CancellationToken cancellation)
    {
        if (cap.BarsIn is null) return cap;
        var change = subscription.CostCapLifted(cap, await ComingAsync(subscription, cancellation), Now);
        await CarryOutAsync(subscription, change, cancellation);
        return cap with { BarsIn = null, Bars = [] };
    }

    private async Task<BarringSet> ComingAsync(Subscription subscription, CancellationToken cancellation) =>
        BarringDesk.Coming(await barrings.ListAsync(subscription.OrganisationId, subscription.Id, cancellation));

    private async Task CarryOutAsync(Subscription subscription, BarringChange change, CancellationToken cancellation)
    {
        await subscriptions.SaveAsync(subscription, cancellation);
        // Of a service that has ended the operator need not be told.
        if (!change.IsEmpty && subscription.Data.Status.IsInUse()) await barrings.TellAsync(subscription.Data, change, cancellation);
    }
}
