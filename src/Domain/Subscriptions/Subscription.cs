using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Orders;

namespace Connect.Domain.Subscriptions;

/// <summary>A service of a customer, and the rules of what may be done to it. The history grows with each change.</summary>
public sealed partial class Subscription(SubscriptionData data)
{
    private readonly List<SubscriptionEvent> _newEvents = [];

    /// <summary>As loaded, with the changes made since.</summary>
    public SubscriptionData Data { get; private set; } = data;

    public Guid Id => Data.Id;
    public Guid OrganisationId => Data.OrganisationId;

    /// <summary>What happened since it was loaded; written when it is saved.</summary>
    public IReadOnlyList<SubscriptionEvent> NewEvents => _newEvents;

    /// <summary>True for the kinds that a SIM card belongs to.</summary>
    public bool HasSim => Data.Kind.HasSim();

    /// <summary>Edits the user name that the portal and the invoice show. The PBX keeps its own name.</summary>
    /// <param name="name">Not empty; outer spaces are dropped.</param>
    public void Rename(string name, string actor, DateTimeOffset at)
    {
        if (WhyNotEdited(Data.Status) is { } code) throw new DomainRuleException(code);
        var before = Data.UserName;
        var after = name.Normalize().Trim();
        if (after == before) return;
        Data = Data with { UserName = after };
        Tell(SubscriptionEventKinds.Renamed, actor, at, null, before, after);
    }

    /// <summary>The operator's systems did not take the name: the one before stands again, unless it was changed once more since.</summary>
    /// <param name="reason">The operator's words, or a code of ours.</param>
    public void RenameRefused(string wished, string before, string reason, DateTimeOffset at)
    {
        if (Data.UserName == wished) Data = Data with { UserName = before };
        Tell(SubscriptionEventKinds.RenameRefused, SubscriptionEvent.OperatorActor, at, null, wished, Data.UserName, reason);
    }

    /// <summary>Orders another SIM card; the old one works until the new one does.</summary>
    /// <param name="wanted">Which way the customer gets the new card.</param>
    /// <param name="ownCard">The card that the customer has already, when that is the way; it is reserved.</param>
    /// <exception cref="DomainRuleException">The service has no SIM card, or is not in use.</exception>
    public Order ReplaceSim(SimReplacementDetail wanted, SimCard? ownCard, OrderStart start)
    {
        if (!HasSim) throw new DomainRuleException("SimNotForThisService");
        if (!Data.Status.IsInUse()) throw new DomainRuleException("SimServiceNotActive");
        ownCard?.Reserve(OrganisationId, Id);
        var order = Order.Place(OrderType.SimReplacement, OrganisationId, Data.AccountId, start, [OrderLine.For(Id, wanted)]);
        Tell(SubscriptionEventKinds.SimReplacementOrdered, start.OrderedBy, start.At, order.Id, order.Number);
        return order;
    }

    /// <summary>The operator has carried the replacement out: the new card works, the old one never will again.</summary>
    public void SimReplaced(Order order, SimCard newCard, SimCard? oldCard, DateTimeOffset at)
    {
        oldCard?.Expire();
        newCard.Activate(Id);
        Tell(SubscriptionEventKinds.SimReplaced, SubscriptionEvent.OperatorActor, at, order.Id, order.Number, newCard.Icc, oldCard?.Icc ?? "");
    }

    /// <summary>Nothing came of the replacement; a card that was reserved for it is in stock again.</summary>
    /// <param name="actor">Who called it off.</param>
    public void SimReplacementEnded(Order order, SimCard? reserved, string actor, DateTimeOffset at)
    {
        reserved?.Release();
        TellEnd(order, SubscriptionEventKinds.SimReplacementRejected, SubscriptionEventKinds.SimReplacementCancelled, actor, at);
    }

    private void TellEnd(Order order, string rejected, string cancelled, string actor, DateTimeOffset at)
    {
        if (order.State == OrderState.Rejected) Tell(rejected, actor, at, order.Id, order.Number, order.Data.Reason ?? "");
        else Tell(cancelled, actor, at, order.Id, order.Number);
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Adds and removes barrings in the mobile network; they stand in the history at once, and act when the operator has them.</summary>
    /// <param name="now">All that is under way included.</param>
    /// <returns>What the operator is to be told; may be nothing.</returns>
    /// <exception cref="DomainRuleException">The service is of another kind or not in use, or a barring is contained in another.</exception>
    public BarringChange ChangeBarrings(BarringSet now, IReadOnlyCollection<BarringKind> add, IReadOnlyCollection<BarringKind> remove, string actor, DateTimeOffset at)
    {
        MobileNetwork.Require(Data);
        var change = now.Change(add, remove);
        if (change.Added.Count > 0) Tell(SubscriptionEventKinds.BarringsAdded, actor, at, null, Names(change.Added));
        if (change.Removed.Count > 0) Tell(SubscriptionEventKinds.BarringsRemoved, actor, at, null, Names(change.Removed));
        return change;
    }

    /// <summary>The operator has carried the change out: the history says what it did, which is nothing where it was so already. A service that is lost or stolen is barred as a whole; lifted, it is what it was.</summary>
    /// <param name="now">What acted until then.</param>
    /// <returns>True when the service itself has changed by it.</returns>
    public bool BarringsTaken(BarringSet now, BarringChange change, DateTimeOffset at)
    {
        var (before, done) = (Data.Status, now.Done(change));
        if (done.Added.Count > 0) Tell(SubscriptionEventKinds.BarringsInEffect, SubscriptionEvent.OperatorActor, at, null, Names(done.Added));
        if (done.Removed.Count > 0) Tell(SubscriptionEventKinds.BarringsLifted, SubscriptionEvent.OperatorActor, at, null, Names(done.Removed));
        if (change.Added.Contains(BarringKind.LostOrStolen) && before == SubscriptionStatus.Active) Data = Data with { Status = SubscriptionStatus.Barred };
        if (change.Removed.Contains(BarringKind.LostOrStolen) && before == SubscriptionStatus.Barred)
            Data = Data with { Status = Data.EndsOn is null ? SubscriptionStatus.Active : SubscriptionStatus.Terminating };
        return Data.Status != before;
    }

    /// <summary>The operator's systems did not take the change: the barrings are as they were.</summary>
    /// <param name="reason">The operator's words, or a code of ours.</param>
    public void BarringsRefused(BarringChange change, string reason, DateTimeOffset at) =>
        Tell(SubscriptionEventKinds.BarringsRefused, SubscriptionEvent.OperatorActor, at, null, Names([.. change.Added, .. change.Removed]), reason);

    /// <summary>Sets and removes forwardings in the mobile network; they stand in the history at once, and act when the operator has them.</summary>
    /// <param name="now">All that is under way included.</param>
    /// <returns>What the operator is to be told; may be nothing.</returns>
    /// <exception cref="DomainRuleException">The service is of another kind or not in use, or calls would be forwarded to the service itself or to a number that costs extra.</exception>
    public ForwardingChange ChangeForwardings(ForwardingSet now, IReadOnlyCollection<CallForwarding> set, IReadOnlyCollection<CallForwardingKind> remove, string actor, DateTimeOffset at)
    {
        MobileNetwork.Require(Data);
        foreach (var forwarding in set)
            if (ForwardingTarget.Problem(forwarding.Target, out _, Data.OwnNumbers) is { } code) throw new DomainRuleException(code, $"{forwarding.Kind}.Target");
        var change = now.Change(set, remove);
        if (change.Set.Count > 0) Tell(SubscriptionEventKinds.ForwardingsSet, actor, at, null, Names(change.Set));
        if (change.Removed.Count > 0) Tell(SubscriptionEventKinds.ForwardingsRemoved, actor, at, null, Names(change.Removed));
        return change;
    }

    /// <summary>The operator has carried the change out: the history says what it did, which is nothing where it was so already.</summary>
    /// <param name="now">What acted until then.</param>
    public void ForwardingsTaken(ForwardingSet now, ForwardingChange change, DateTimeOffset at)
    {
        var done = now.Change(change.Set, change.Removed);
        if (done.Set.Count > 0) Tell(SubscriptionEventKinds.ForwardingsInEffect, SubscriptionEvent.OperatorActor, at, null, Names(done.Set));
        if (done.Removed.Count > 0) Tell(SubscriptionEventKinds.ForwardingsEnded, SubscriptionEvent.OperatorActor, at, null, Names(done.Removed));
    }

    /// <summary>The operator's systems did not take the change: the forwardings are as they were.</summary>
    /// <param name="reason">The operator's words, or a code of ours.</param>
    public void ForwardingsRefused(ForwardingChange change, string reason, DateTimeOffset at) =>
        Tell(SubscriptionEventKinds.ForwardingsRefused, SubscriptionEvent.OperatorActor, at, null,
            string.Join(',', new[] { Names(change.Set), Names(change.Removed) }.Where(names => names.Length > 0)), reason);

    private static string Names(IEnumerable<CallForwarding> forwardings) => string.Join(',', forwardings.Select(ForwardingSet.Written));

    private static string Names(IEnumerable<CallForwardingKind> kinds) => string.Join(',', kinds);

    private static string Names(IEnumerable<BarringKind> kinds) => string.Join(',', kinds);

    private void Tell(string kind, string actor, DateTimeOffset at, Guid? orderId, params string[] values) =>
        _newEvents.Add(new SubscriptionEvent(Guid.CreateVersion7(), at, kind, actor, values, orderId));
}
