using System.Globalization;
using Connect.Domain.Common;

namespace Connect.Domain.Subscriptions;

/// <content>Kreditspärr.</content>
public sealed partial class Subscription
{
    /// <summary>Sets the amount, or another, or none.</summary>
    /// <param name="amount">Null removes it.</param>
    /// <exception cref="DomainRuleException">The service is of another kind or not in use.</exception>
    public void SetCostCap(Money? amount, string actor, DateTimeOffset at)
    {
        if (amount is { } wanted)
        {
            MobileNetwork.Require(Data);
            Tell(SubscriptionEventKinds.CostCapSet, actor, at, null, Written(wanted));
        }
        else Tell(SubscriptionEventKinds.CostCapRemoved, actor, at, null);
    }

    /// <summary>The charges have come to the amount: what is not barred already is.</summary>
    /// <param name="now">All that is under way included.</param>
    public BarringChange CostCapReached(CostCap cap, BarringSet now, DateTimeOffset at)
    {
        var change = now.Change([.. CostCap.Kinds.Where(kind => !now.Has(kind) && now.Containing(kind) is null)], []);
        Tell(SubscriptionEventKinds.CostCapReached, SubscriptionEvent.OperatorActor, at, null, Names(change.Added), Written(cap.Amount));
        return change;
    }

    /// <summary>What it barred, and nobody else, is barred no more.</summary>
    /// <param name="now">All that is under way included.</param>
    public BarringChange CostCapLifted(CostCap cap, BarringSet now, DateTimeOffset at)
    {
        var change = now.Change([], cap.Bars);
        Tell(SubscriptionEventKinds.CostCapLifted, SubscriptionEvent.OperatorActor, at, null, Names(change.Removed), Written(cap.Amount));
        return change;
    }

    private static string Written(Money amount) => amount.Kronor.ToString(CultureInfo.InvariantCulture);
}
