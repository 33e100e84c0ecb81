using Connect.Domain.Common;
using Connect.Domain.Orders;

namespace Connect.Domain.Subscriptions;

/// <content>Flytta till annat konto.</content>
public sealed partial class Subscription
{
    /// <summary>The account that the service left and the first day on which it belonged to another; null unless it was moved since it was loaded.</summary>
    public AccountLeft? Left { get; private set; }

    /// <summary>Moves the service to another account from a day on; what was used before stays with the account of its day.</summary>
    /// <param name="start">The day of the move is <see cref="OrderStart.StartsOn"/>.</param>
    /// <exception cref="DomainRuleException">It is not in use, ends first, belongs to the account already, or the day is none that can be chosen.</exception>
    public Order Move(MoveDetail wanted, OrderStart start)
    {
        CheckChange(start, "StartsOn");
        if (wanted.ToAccountId == Data.AccountId) throw new DomainRuleException("MoveSameAccount", "Account");
        var order = Order.Place(OrderType.Move, OrganisationId, Data.AccountId, start, [OrderLine.For(Id, wanted)]);
        Tell(SubscriptionEventKinds.MoveOrdered, start.OrderedBy, start.At, order.Id, order.Number, wanted.From, wanted.To, Written(start.StartsOn));
        return order;
    }

    /// <summary>The operator has moved it: from the day of the order it belongs to the other account.</summary>
    public void Moved(Order order, MoveDetail move, DateTimeOffset at)
    {
        Left = new AccountLeft(Data.AccountId, order.Data.StartsOn);
        Data = Data with { AccountId = move.ToAccountId };
        Tell(SubscriptionEventKinds.Moved, SubscriptionEvent.OperatorActor, at, order.Id, order.Number, move.From, move.To);
    }

    /// <summary>Nothing came of the move.</summary>
    public void MoveEnded(Order order, string actor, DateTimeOffset at) =>
        TellEnd(order, SubscriptionEventKinds.MoveRejected, SubscriptionEventKinds.MoveCancelled, actor, at);

    // What every change of a service with a day of its own asks for.
    private void CheckChange(OrderStart start, string field)
    {
        if (WhyNotChanged(Data.Status) is { } code) throw new DomainRuleException(code);
        ChangeDay.Check(start.StartsOn, StockholmTime.DayOf(start.At), field);
        if (Data.EndsOn <= start.StartsOn) throw new DomainRuleException("ServiceEndsFirst", field, Written(Data.EndsOn.Value));
    }

    /// <summary>Code of the reason why a service of that status can't be changed; null when it can.</summary>
    public static string? WhyNotChanged(SubscriptionStatus status) =>
        status.IsInUse() ? null : status == SubscriptionStatus.Terminated ? "ServiceHasEnded" : "ServiceNotActive";
}

/// <summary>That a service belonged to an account until the day before.</summary>
public sealed record AccountLeft(Guid AccountId, DateOnly MovedOn);
