using Connect.Domain.Common;
using Connect.Domain.Orders;

namespace Connect.Domain.Subscriptions;

/// <content>Avsluta tjänst.</content>
public sealed partial class Subscription
{
    /// <summary>Ends the service at 00:00 on a day; what was agreed on notice and commitment is invoiced all the same.</summary>
    /// <param name="start">The day of the end is <see cref="OrderStart.StartsOn"/>.</param>
    /// <param name="open">The open orders of the service: what they change of its price counts.</param>
    /// <exception cref="DomainRuleException">It has ended, is ending or has not begun, or the day is none that can be chosen.</exception>
    public Order Terminate(OrderStart start, IReadOnlyList<Order> open)
    {
        if (WhyNotTerminated(Data.Status) is { } code) throw new DomainRuleException(code);
        var (today, endsOn) = (StockholmTime.DayOf(start.At), start.StartsOn);
        ChangeDay.Check(endsOn, today, "EndsOn");
        var until = Data.Terms.InvoicedUntil(endsOn, today);
        var order = Order.Place(OrderType.Termination, OrganisationId, Data.AccountId, start,
            [OrderLine.For(Id, new TerminationDetail(until, CostAfter(endsOn, until, open).Cost, WasBarred: Data.Status == SubscriptionStatus.Barred))]);
        Data = Data with { Status = SubscriptionStatus.Terminating, EndsOn = endsOn };
        Tell(SubscriptionEventKinds.TerminationOrdered, start.OrderedBy, start.At, order.Id, order.Number, Written(endsOn), Written(until));
        return order;
    }

    /// <summary>What is invoiced for the days after the end.</summary>
    /// <param name="until">The last of them.</param>
    /// <param name="open">The open orders of the service.</param>
    public EndCost CostAfter(DateOnly endsOn, DateOnly until, IReadOnlyList<Order> open)
    {
        var changes = open.Where(order => order.Data.Type == OrderType.Change && endsOn <= until && order.Data.StartsOn <= until && !order.IsCalledOffBy(endsOn)).ToList();
        IReadOnlyList<ComingPrice> coming = [.. from order in changes
                                                where order.Lines[0].Detail is ChangeDetail
                                                orderby order.Data.StartsOn
                                                select new ComingPrice(order.Data.StartsOn, PriceWith((ChangeDetail)order.Lines[0].Detail), order.Number)];
        var unsure = changes.Where(order => order.Lines[0].Detail is not ChangeDetail || order.Data.StartsOn >= endsOn || order.Data.CancelRequestedAt is not null);
        return new(Data.Terms.CostAfter(endsOn, until, coming), Data.Terms.PriceOn(endsOn, coming), coming, [.. unsure.Select(order => order.Number)]);
    }

    /// <summary>Code of the reason why a service of that status can't be ended; null when it can.</summary>
    public static string? WhyNotTerminated(SubscriptionStatus status) => status switch
    {
        SubscriptionStatus.Active or SubscriptionStatus.Barred => null,
        SubscriptionStatus.Terminating => "TerminationOpen",
        SubscriptionStatus.Terminated => "ServiceHasEnded",
        _ => "ServiceNotActive",
    };

    /// <summary>The operator has ended it; its SIM card never works again.</summary>
    public void Terminated(Order order, SimCard? card, DateTimeOffset at)
    {
        card?.Expire();
        Data = Data with { Status = SubscriptionStatus.Terminated, EndsOn = order.Data.StartsOn };
        Tell(SubscriptionEventKinds.Terminated, SubscriptionEvent.OperatorActor, at, order.Id, order.Number);
    }

    /// <summary>Nothing came of the end: the service goes on as it stood.</summary>
    public void TerminationEnded(Order order, TerminationDetail termination, string actor, DateTimeOffset at)
    {
        if (Data.Status == SubscriptionStatus.Terminating)
            Data = Data with { Status = termination.WasBarred ? SubscriptionStatus.Barred : SubscriptionStatus.Active, EndsOn = null };
        TellEnd(order, SubscriptionEventKinds.TerminationRejected, SubscriptionEventKinds.TerminationCancelled, actor, at);
    }
}
