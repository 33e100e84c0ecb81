namespace Connect.Domain.Subscriptions;

/// <summary>A line in a service's history: who did what and when.</summary>
/// <param name="Kind">Names the text <c>SubscriptionEvents.{Kind}</c>; one of <see cref="SubscriptionEventKinds"/>.</param>
/// <param name="Actor">The name of whoever did it as it was then; the operator's systems are <see cref="OperatorActor"/>.</param>
/// <param name="Values">What the text mentions, in its order. No secrets.</param>
public sealed record SubscriptionEvent(Guid Id, DateTimeOffset At, string Kind, string Actor, IReadOnlyList<string> Values, Guid? OrderId)
{
    /// <summary>Stands for the operator's systems; shown by the text <c>SubscriptionEvents.Operator</c>.</summary>
    public const string OperatorActor = "operator";
}

/// <summary>What can happen to a service. Stored as text; never renamed.</summary>
public static class SubscriptionEventKinds
{
    /// <summary>Values: order number, the product, the day that was wished for (<c>yyyy-MM-dd</c>).</summary>
    public const string Ordered = nameof(Ordered);

    /// <summary>Values: order number, the product.</summary>
    public const string Delivered = nameof(Delivered);

    /// <summary>Values: order number, the operator's reason.</summary>
    public const string OrderRejected = nameof(OrderRejected);

    /// <summary>Values: order number.</summary>
    public const string OrderCancelled = nameof(OrderCancelled);

    /// <summary>Values: name before, name after.</summary>
    public const string Renamed = nameof(Renamed);

    /// <summary>Values: order number.</summary>
    public const string SimReplacementOrdered = nameof(SimReplacementOrdered);

    /// <summary>Values: name that was wished for, name that stands, the reason.</summary>
    public const string RenameRefused = nameof(RenameRefused);

    /// <summary>Values: order number, the new card's ICC, the old card's ICC (empty when there was none).</summary>
    public const string SimReplaced = nameof(SimReplaced);

    /// <summary>Values: order number, the operator's reason.</summary>
    public const string SimReplacementRejected = nameof(SimReplacementRejected);

    /// <summary>Values: order number.</summary>
    public const string SimReplacementCancelled = nameof(SimReplacementCancelled);

    /// <summary>Values: order number, the day of the end, the last day that is invoiced (both <c>yyyy-MM-dd</c>).</summary>
    public const string TerminationOrdered = nameof(TerminationOrdered);

    /// <summary>Values: order number, the operator's reason.</summary>
    public const string TerminationRejected = nameof(TerminationRejected);

    /// <summary>Values: order number.</summary>
    public const string TerminationCancelled = nameof(TerminationCancelled);

    /// <summary>Values: order number.</summary>
    public const string Terminated = nameof(Terminated);

    /// <summary>Values: order number, the account it is moved from, the one it is moved to, the day (<c>yyyy-MM-dd</c>).</summary>
    public const string MoveOrdered = nameof(MoveOrdered);

    /// <summary>Values: order number, the account it was moved from, the one it was moved to.</summary>
    public const string Moved = nameof(Moved);

    /// <summary>Values: order number, the operator's reason.</summary>
    public const string MoveRejected = nameof(MoveRejected);

    /// <summary>Values: order number.</summary>
    public const string MoveCancelled = nameof(MoveCancelled);

    /// <summary>Values: the kinds of barrings, with commas between.</summary>
    public const string BarringsAdded = nameof(BarringsAdded);

    /// <summary>Values: as of <see cref="BarringsAdded"/>.</summary>
    public const string BarringsRemoved = nameof(BarringsRemoved);

    /// <summary>The operator has them. Values: as of <see cref="BarringsAdded"/>.</summary>
    public const string BarringsInEffect = nameof(BarringsInEffect);

    /// <inheritdoc cref="BarringsInEffect"/>
    public const string BarringsLifted = nameof(BarringsLifted);

    /// <summary>Values: as of <see cref="BarringsAdded"/>, the reason.</summary>
    public const string BarringsRefused = nameof(BarringsRefused);

    /// <summary>Values: the forwardings with commas between, each its kind, number and ring time with spaces between.</summary>
    public const string ForwardingsSet = nameof(ForwardingsSet);

    /// <summary>Values: the kinds of forwardings, with commas between.</summary>
    public const string ForwardingsRemoved = nameof(ForwardingsRemoved);

    /// <summary>The operator has them. Values: as of <see cref="ForwardingsSet"/>.</summary>
    public const string ForwardingsInEffect = nameof(ForwardingsInEffect);

    /// <summary>The operator has them no longer. Values: as of <see cref="ForwardingsRemoved"/>.</summary>
    public const string ForwardingsEnded = nameof(ForwardingsEnded);

    /// <summary>Values: as of <see cref="ForwardingsSet"/> and <see cref="ForwardingsRemoved"/>, the reason.</summary>
    public const string ForwardingsRefused = nameof(ForwardingsRefused);

    /// <summary>Those whose first value names forwardings.</summary>
    public static readonly IReadOnlySet<string> OfForwardings = new HashSet<string> { ForwardingsSet, ForwardingsRemoved, ForwardingsInEffect, ForwardingsEnded, ForwardingsRefused };

    /// <summary>Those whose first value names barrings.</summary>
    public static readonly IReadOnlySet<string> OfBarrings = new HashSet<string> { BarringsAdded, BarringsRemoved, BarringsInEffect, BarringsLifted, BarringsRefused, CostCapReached, CostCapLifted };

    /// <summary>Those that tell of a change that the operator has carried out, after it was asked for.</summary>
    public static readonly IReadOnlySet<string> CarriedOut = new HashSet<string> { BarringsInEffect, BarringsLifted, ForwardingsInEffect, ForwardingsEnded };

    /// <summary>Values: order number, data package and price lists before, those wanted, the day (<c>yyyy-MM-dd</c>).</summary>
    public const string ChangeOrdered = nameof(ChangeOrdered);

    /// <summary>Values: order number, data package and price lists before, those it has now.</summary>
    public const string Changed = nameof(Changed);

    /// <summary>Values: order number, the operator's reason.</summary>
    public const string ChangeRejected = nameof(ChangeRejected);

    /// <summary>Values: order number.</summary>
    public const string ChangeCancelled = nameof(ChangeCancelled);

    /// <summary>Values: order number, the top-up, the first day of its month (<c>yyyy-MM-dd</c>).</summary>
    public const string TopUpOrdered = nameof(TopUpOrdered);

    /// <summary>Values: as of <see cref="TopUpOrdered"/>.</summary>
    public const string ToppedUp = nameof(ToppedUp);

    /// <summary>Values: order number, the operator's reason.</summary>
    public const string TopUpRejected = nameof(TopUpRejected);

    /// <summary>Values: order number.</summary>
    public const string TopUpCancelled = nameof(TopUpCancelled);

    /// <summary>Values: the amount in kronor.</summary>
    public const string CostCapSet = nameof(CostCapSet);

    /// <summary>Without values.</summary>
    public const string CostCapRemoved = nameof(CostCapRemoved);

    /// <summary>Values: the kinds of barrings that it added, with commas between; the amount in kronor.</summary>
    public const string CostCapReached = nameof(CostCapReached);

    /// <summary>Values: the kinds of barrings that were lifted, with commas between; the amount in kronor.</summary>
    public const string CostCapLifted = nameof(CostCapLifted);

    /// <summary>Those whose last value is an amount.</summary>
    public static readonly IReadOnlySet<string> OfAmounts = new HashSet<string> { CostCapSet, CostCapReached, CostCapLifted };

    /// <summary>Those whose third value is a month.</summary>
    public static readonly IReadOnlySet<string> OfMonths = new HashSet<string> { TopUpOrdered, ToppedUp };

    /// <summary>Values: name of the field in <see cref="ServiceReferences"/>, before, after (empty where there is none).</summary>
    public const string ReferenceEdited = nameof(ReferenceEdited);

    /// <summary>Values: name of the field, what was wished for, what stands (empty where there is none), the reason.</summary>
    public const string ReferenceRefused = nameof(ReferenceRefused);

    /// <summary>Those whose first value names a field of <see cref="ServiceReferences"/>.</summary>
    public static readonly IReadOnlySet<string> OfReferences = new HashSet<string> { ReferenceEdited, ReferenceRefused };

    /// <summary>Those whose last value is a reason: the operator's words, or a code of ours.</summary>
    public static readonly IReadOnlySet<string> EndingWithReason = new HashSet<string> { OrderRejected, RenameRefused, SimReplacementRejected, TerminationRejected, MoveRejected, ChangeRejected, TopUpRejected, BarringsRefused, ForwardingsRefused, ReferenceRefused };
}
