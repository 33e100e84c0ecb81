using Connect.Domain.Common;
using Connect.Domain.Orders;

namespace Connect.Domain.Subscriptions;

/// <content>A new service: ordered, delivered, or never delivered.</content>
public sealed partial class Subscription
{
    /// <summary>Orders a new service. It is there from now on as Beställd, so that it can be seen, and becomes active when it is delivered.</summary>
    /// <param name="ownCard">The card that the customer has already, when that is the way; it is reserved.</param>
    /// <param name="start">The day that is wished for is <see cref="OrderStart.StartsOn"/>.</param>
    /// <exception cref="DomainRuleException">The day has been, is too far away or too near for a number to be moved here; or the card can't be used.</exception>
    public static NewService OrderNew(Guid organisationId, Guid accountId, NewSubscriptionDetail wanted, SimCard? ownCard, OrderStart start)
    {
        CheckStart(wanted, start.StartsOn, StockholmTime.DayOf(start.At));
        var id = Guid.CreateVersion7();
        ownCard?.Reserve(organisationId, id);
        var service = new Subscription(new SubscriptionData
        {
            Id = id, OrganisationId = organisationId, ExternalId = PortalId.Of(id), AccountId = accountId, Kind = wanted.Kind, Status = SubscriptionStatus.Ordered,
            UserName = wanted.UserName, CostCentre = wanted.CostCentre, EmployeeNumber = wanted.EmployeeNumber, PhoneNumber = wanted.Number?.Ported, FixedNumber = wanted.FixedNumber?.Ported,
            StartsOn = start.StartsOn, NoticeMonths = wanted.Terms.NoticeMonths, NoticeToMonthEnd = wanted.Terms.NoticeToMonthEnd, MonthlyPrice = wanted.MonthlyPrice, Version = 0,
        });
        var line = new OrderLine(Guid.CreateVersion7(), OrderType.NewSubscription, id, wanted.Product.PortalId, wanted.MonthlyPrice, wanted.OneTimePrice, wanted, IsOpen: true);
        var order = Order.Place(OrderType.NewSubscription, organisationId, accountId, start, [line]);
        service.Tell(SubscriptionEventKinds.Ordered, start.OrderedBy, start.At, order.Id, order.Number, wanted.Product.Name, Written(start.StartsOn));
        return new NewService(service, order);
    }

    /// <exception cref="DomainRuleException">The service can't start on that day.</exception>
    public static void CheckStart(NewSubscriptionDetail wanted, DateOnly startsOn, DateOnly today)
    {
        ChangeDay.Check(startsOn, today, "StartsOn");
        if (wanted.PortedNumbers.Any() && NewServiceParts.EarliestPort(today) is var earliest && startsOn < earliest) throw new DomainRuleException("PortTooEarly", "StartsOn", Written(earliest));
    }

    /// <summary>The operator has made it: it works from now on.</summary>
    /// <param name="card">The SIM card that works in it; null for a kind without.</param>
    /// <param name="told">What the operator gave it; a number that was moved here is known already.</param>
    public void Delivered(Order order, NewSubscriptionDetail wanted, DeliveredService told, SimCard? card, DateTimeOffset at)
    {
        card?.Activate(Id);
        var today = StockholmTime.DayOf(at);
        var startsOn = order.Data.StartsOn > today ? order.Data.StartsOn : today;
        Data = Data with
        {
            Status = SubscriptionStatus.Active,
            ExternalId = told.Subscription!,
            StartsOn = startsOn,
            CommittedUntil = wanted.Terms.CommittedUntil(startsOn),
            PhoneNumber = wanted.Number?.Ported ?? told.PhoneNumber,
            FixedNumber = wanted.FixedNumber is null ? null : wanted.FixedNumber.Ported ?? told.FixedNumber,
        };
        Tell(SubscriptionEventKinds.Delivered, SubscriptionEvent.OperatorActor, at, order.Id, order.Number, wanted.Product.Name);
    }

    /// <summary>The operator has made it, and loaded it before it told so: it is as it was loaded.</summary>
    public void DeliveredAsLoaded(Order order, NewSubscriptionDetail wanted, DateTimeOffset at)
    {
        if (Data.Status == SubscriptionStatus.Ordered) Data = Data with { Status = SubscriptionStatus.Active };
        Tell(SubscriptionEventKinds.Delivered, SubscriptionEvent.OperatorActor, at, order.Id, order.Number, wanted.Product.Name);
    }

    /// <summary>Nothing came of it: it never was a service. A card that was reserved for it is in stock again.</summary>
    /// <param name="actor">Who called it off.</param>
    public void NeverDelivered(Order order, SimCard? reserved, string actor, DateTimeOffset at)
    {
        reserved?.Release();
        Data = Data with { Status = SubscriptionStatus.Terminated, EndsOn = order.Data.StartsOn, PhoneNumber = null, FixedNumber = null };
        TellEnd(order, SubscriptionEventKinds.OrderRejected, SubscriptionEventKinds.OrderCancelled, actor, at);
    }
}

/// <summary>A service that was ordered, and its order.</summary>
public sealed record NewService(Subscription Subscription, Order Order);

/// <summary>What the operator tells of a new service that it delivered.</summary>
/// <param name="Subscription">The operator's own id of it; always given when it is delivered.</param>
/// <param name="PhoneNumber">E.164.</param>
/// <param name="FixedNumber">E.164.</param>
public sealed record DeliveredService(string? Subscription, string? PhoneNumber, string? FixedNumber);
