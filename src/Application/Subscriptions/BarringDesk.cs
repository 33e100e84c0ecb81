using Connect.Application.Operator;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>Barrings as a person sees them: what the operator has, and what it has been told and not answered yet. Tells it of more.</summary>
public sealed class BarringDesk(IBarrings barrings, ChangeDesk changes, ICostCaps caps)
{
    public const string ChangeKind = "subscription.barrings";
    private const string On = "on", Off = "off";

    public async Task<IReadOnlyList<BarringView>> ListAsync(Guid organisationId, Guid subscriptionId, CancellationToken cancellation)
    {
        // What is under way is read first: carried out in between it is found twice, and not nowhere.
        var underWay = await changes.UnderWayAsync(ChangeKind, subscriptionId, cancellation);
        var shown = (await barrings.ListAsync(organisationId, subscriptionId, cancellation)).ToDictionary(active => active.Kind, active => new BarringView(active.Kind, active.Since, ChangeState.InEffect));
        foreach (var told in underWay)
        {
            var change = ChangeOf(told.Change);
            foreach (var kind in change.Added)
                shown[kind] = shown.TryGetValue(kind, out var known) && known.State != ChangeState.BeingAdded ? known with { State = ChangeState.InEffect } : new BarringView(kind, told.At, ChangeState.BeingAdded);
            foreach (var kind in change.Removed)
                if (shown.TryGetValue(kind, out var known) && known.State == ChangeState.BeingAdded) shown.Remove(kind);
                else if (known is not null) shown[kind] = known with { State = ChangeState.BeingRemoved };
        }

        return [.. shown.Values.OrderBy(view => view.Kind)];
    }

    /// <summary>As it will be when all that is under way is carried out.</summary>
    public static BarringSet Coming(IEnumerable<BarringView> views) => new(views.Where(view => view.State != ChangeState.BeingRemoved).Select(view => view.Kind));

    /// <summary>What somebody bars or lifts by hand is theirs from then on: a cost cap that had barred it leaves it alone.</summary>
    public async Task OwnAsync(Guid subscriptionId, IReadOnlyCollection<BarringKind> kinds, CancellationToken cancellation)
    {
        if (await caps.FindAsync(subscriptionId, cancellation) is { } cap && cap.Bars.Intersect(kinds).Any())
            await caps.SaveAsync(cap with { Bars = [.. cap.Bars.Except(kinds)] }, cancellation);
    }

    public Task TellAsync(SubscriptionData service, BarringChange change, CancellationToken cancellation) =>
        changes.TellAsync(new OperatorChange(ChangeKind, service.OrganisationId, service.Id, service.ExternalId, Fields(change, Off, On), Fields(change, On, Off)), cancellation);

    /// <summary>What the operator was told, read back.</summary>
    internal static BarringChange ChangeOf(OperatorChange told) => new(KindsOf(told, On), KindsOf(told, Off));

    private static Dictionary<string, string?> Fields(BarringChange change, string ofAdded, string ofRemoved) =>
        change.Added.Select(kind => (kind, ofAdded)).Concat(change.Removed.Select(kind => (kind, ofRemoved))).ToDictionary(field => field.kind.NetworkName(), field => (string?)field.Item2);

    private static List<BarringKind> KindsOf(OperatorChange told, string state) =>
        [.. told.After.Where(field => field.Value == state).Select(field => BarringFacts.FromNetworkName(field.Key)).OfType<BarringKind>()];
}
