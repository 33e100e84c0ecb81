using Connect.Domain.Common;
using Connect.Domain.Orders;

namespace Connect.Domain.Subscriptions;

/// <content>Ändra tjänst.</content>
public sealed partial class Subscription
{
    /// <summary>Orders another data package or other price lists from a day on.</summary>
    /// <param name="now">What the service has.</param>
    /// <param name="wanted">What it is to have.</param>
    /// <param name="start">The day of the change is <see cref="OrderStart.StartsOn"/>.</param>
    /// <exception cref="DomainRuleException">
    /// The service is of another kind, not in use or ends first, nothing is changed, or the day can't be chosen: it has been, or the agreement holds a lower package back longer.
    /// </exception>
    public Order Change(ServicePlan now, ServicePlan wanted, OrderStart start)
    {
        if (WhyNotPlanned(Data.Kind, Data.Status) is { } code) throw new DomainRuleException(code);
        CheckPlan(now, wanted);
        CheckPlanDay(now, wanted, start);
        var detail = new ChangeDetail(Part(wanted.Package), Part(wanted.Base), [.. wanted.Extra.Select(list => Part(list)!)], now.Names, Data.MonthlyPrice, PriceWith(now, wanted));
        var order = Order.Place(OrderType.Change, OrganisationId, Data.AccountId, start, [OrderLine.For(Id, detail) with { MonthlyPrice = detail.MonthlyPrice }]);
        Tell(SubscriptionEventKinds.ChangeOrdered, start.OrderedBy, start.At, order.Id, order.Number, now.Names, wanted.Names, Written(start.StartsOn));
        return order;
    }

    /// <summary>The first day on which the change can be made: at once, but for less data when the notice and the commitment have run out.</summary>
    public DateOnly EarliestChange(ServicePlan now, ServicePlan wanted, DateOnly today) =>
        wanted.HasLessDataThan(now) ? Data.Terms.BoundUntil(today).AddDays(1) : today;

    /// <summary>The whole monthly price of the service once the change is made.</summary>
    public Money PriceWith(ServicePlan now, ServicePlan wanted) => Data.MonthlyPrice - now.MonthlyPrice + wanted.MonthlyPrice;

    /// <summary>The same of a change that is ordered. A load may have told of its price already.</summary>
    private Money PriceWith(ChangeDetail change) =>
        Data.MonthlyPrice == change.MonthlyPrice ? change.MonthlyPrice : Data.MonthlyPrice + change.MonthlyPrice - change.MonthlyPriceBefore;

    /// <summary>The operator has made the change. A load may have told of it already.</summary>
    /// <param name="now">What the service has, as it is known.</param>
    public void Changed(Order order, ServicePlan now, ServicePlan wanted, ChangeDetail change, DateTimeOffset at)
    {
        if (!wanted.IsSameAs(now)) Data = Data with { MonthlyPrice = Data.MonthlyPrice + change.MonthlyPrice - change.MonthlyPriceBefore };
        Tell(SubscriptionEventKinds.Changed, SubscriptionEvent.OperatorActor, at, order.Id, order.Number, now.Names, wanted.Names);
    }

    /// <summary>Nothing came of the change.</summary>
    public void ChangeEnded(Order order, string actor, DateTimeOffset at) =>
        TellEnd(order, SubscriptionEventKinds.ChangeRejected, SubscriptionEventKinds.ChangeCancelled, actor, at);

    /// <exception cref="DomainRuleException">It is what the service has.</exception>
    public static void CheckPlan(ServicePlan now, ServicePlan wanted)
    {
        if (wanted.IsSameAs(now)) throw new DomainRuleException("ChangeNothing", "DataPackage");
    }

    /// <exception cref="DomainRuleException">The change can't be made on that day.</exception>
    public void CheckPlanDay(ServicePlan now, ServicePlan wanted, OrderStart start)
    {
        CheckChange(start, "StartsOn");
        if (EarliestChange(now, wanted, StockholmTime.DayOf(start.At)) is var earliest && start.StartsOn < earliest)
            throw new DomainRuleException("ChangeTooEarly", "StartsOn", Written(earliest));
    }

    /// <summary>Code of the reason why a service of that kind and status can't have another data package or price list; null when it can.</summary>
    public static string? WhyNotPlanned(SubscriptionKind kind, SubscriptionStatus status) =>
        kind.HasSim() ? WhyNotChanged(status) : "ChangeNotForThisService";

    private static ChangePart? Part(DataPackage? package) => package is null ? null : new(package.Id, package.ExternalId, package.Name);

    private static ChangePart? Part(PriceList? list) => list is null ? null : new(list.Id, list.ExternalId, list.Name);
}
