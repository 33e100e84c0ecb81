using Connect.Domain.Common;
using Connect.Domain.Orders;

namespace Connect.Domain.Subscriptions;

/// <content>Fyll på data.</content>
public sealed partial class Subscription
{
    /// <summary>Orders data beside the package, for the Swedish month in which it is ordered, whenever it is delivered. Several may be under way.</summary>
    /// <param name="package">What the service has; null for none.</param>
    /// <param name="topUp">Of limited size.</param>
    /// <param name="start">Today is <see cref="OrderStart.StartsOn"/>.</param>
    /// <exception cref="DomainRuleException">The service is of another kind, not in use, barred or at its end, or has no package that can run out.</exception>
    public Order TopUp(DataPackage? package, DataPackage topUp, OrderStart start)
    {
        if (WhyNotToppedUp(Data.Kind, Data.Status, package is not null, package?.Bytes) is { } code) throw new DomainRuleException(code);
        if (EndsBeforeTopUp(start.StartsOn)) throw new DomainRuleException("TopUpServiceEnds");
        var detail = new TopUpDetail(Part(topUp)!, topUp.Bytes!.Value, topUp.MonthlyPrice, StockholmTime.MonthOf(start.StartsOn));
        var order = Order.Place(OrderType.TopUp, OrganisationId, Data.AccountId, start, [OrderLine.For(Id, detail) with { OneTimePrice = detail.Price }]);
        Tell(SubscriptionEventKinds.TopUpOrdered, start.OrderedBy, start.At, order.Id, order.Number, topUp.Name, Written(detail.Month));
        return order;
    }

    /// <summary>The operator has filled it up.</summary>
    public void ToppedUp(Order order, TopUpDetail topUp, DateTimeOffset at) =>
        Tell(SubscriptionEventKinds.ToppedUp, SubscriptionEvent.OperatorActor, at, order.Id, order.Number, topUp.Package.Name, Written(topUp.Month));

    /// <summary>Nothing came of the top-up.</summary>
    public void TopUpEnded(Order order, string actor, DateTimeOffset at) =>
        TellEnd(order, SubscriptionEventKinds.TopUpRejected, SubscriptionEventKinds.TopUpCancelled, actor, at);

    /// <summary>True when the service has no day left on which the data could be used.</summary>
    public bool EndsBeforeTopUp(DateOnly today) => Data.EndsOn <= today;

    /// <summary>The last day on which data bought today can be used: the month's, or the service's.</summary>
    public DateOnly LastDayOfTopUp(DateOnly today)
    {
        var last = StockholmTime.MonthOf(today).AddMonths(1).AddDays(-1);
        return Data.EndsOn is { } ends && ends <= last ? ends.AddDays(-1) : last;
    }

    /// <summary>Code of the reason why data can't be bought for such a service; null when it can.</summary>
    /// <param name="hasPackage">It has a data package.</param>
    /// <param name="bytes">Of the package; null is without limit.</param>
    public static string? WhyNotToppedUp(SubscriptionKind kind, SubscriptionStatus status, bool hasPackage, long? bytes) =>
        !kind.HasSim() ? "TopUpNotForThisService"
        : WhyNotChanged(status) is { } code ? code
        : status == SubscriptionStatus.Barred ? "TopUpBarred"
        : !hasPackage ? "TopUpNoPackage"
        : bytes is null ? "TopUpUnlimited" : null;
}
