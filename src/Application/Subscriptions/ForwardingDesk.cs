using System.Globalization;
using Connect.Application.Identity;
using Connect.Application.Operator;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>Forwardings as a person sees them: what the operator has, and what it has been told and not answered yet. Tells it of more.</summary>
public sealed class ForwardingDesk(ICallForwardings forwardings, ChangeDesk changes, NumberGuard guard)
{
    public const string ChangeKind = "subscription.forwardings";

    // Beside the name of the one kind that has it.
    private const string Seconds = "Seconds";

    public async Task<IReadOnlyList<ForwardingView>> ListAsync(Guid organisationId, Guid subscriptionId, CancellationToken cancellation)
    {
        // What is under way is read first: carried out in between it is found twice, and not nowhere.
        var underWay = await changes.UnderWayAsync(ChangeKind, subscriptionId, cancellation);
        var active = (await forwardings.ListAsync(organisationId, subscriptionId, cancellation)).ToDictionary(known => known.Setting.Kind);
        return [.. Enum.GetValues<CallForwardingKind>().Select(kind => View(active.GetValueOrDefault(kind), LastWish(kind, underWay))).OfType<ForwardingView>()];
    }

    /// <summary>As they will be when all that is under way is carried out.</summary>
    public static ForwardingSet Coming(IEnumerable<ForwardingView> views) =>
        new(views.Where(view => view.State != ChangeState.BeingRemoved).Select(view => view.Coming ?? new CallForwarding(view.Kind, view.Target, view.RingSeconds)));

    /// <param name="before">As it was when the change was made.</param>
    public async Task TellAsync(SubscriptionData service, ForwardingSet before, ForwardingChange change, CancellationToken cancellation)
    {
        var kinds = change.Set.Select(set => set.Kind).Concat(change.Removed).ToList();
        var after = before.With(change);
        await changes.TellAsync(new OperatorChange(ChangeKind, service.OrganisationId, service.Id, service.ExternalId, Fields(kinds, before), Fields(kinds, after)), cancellation);
        if (change.Set.Count > 0) await guard.OrderedAsync(service.PhoneNumber, SecurityEvent.Forwarding, cancellation);
    }

    /// <summary>What the operator was told, read back.</summary>
    internal static ForwardingChange ChangeOf(OperatorChange told)
    {
        var kinds = Enum.GetValues<CallForwardingKind>().Where(kind => told.After.ContainsKey(kind.NetworkName())).ToList();
        return new([.. kinds.Select(kind => Setting(kind, told.After)).OfType<CallForwarding>()], [.. kinds.Where(kind => Setting(kind, told.After) is null)]);
    }

    private static Wish? LastWish(CallForwardingKind kind, IEnumerable<ToldChange> underWay) => underWay.Where(told => told.Change.After.ContainsKey(kind.NetworkName()))
        .Select(told => new Wish(Setting(kind, told.Change.After), told.At)).LastOrDefault();

    private static ForwardingView? View(ActiveForwarding? active, Wish? wish) => (active, wish) switch
    {
        (null, { Setting: { } wished } last) => new(wished.Kind, wished.Target, wished.RingSeconds, last.At, ChangeState.BeingAdded),
        (null, _) => null,
        ({ Setting: var now } known, _) => new(now.Kind, now.Target, now.RingSeconds, known.Since, StateOf(now, wish)) { Coming = wish?.Setting == now ? null : wish?.Setting },
    };

    private static ChangeState StateOf(CallForwarding now, Wish? wish) =>
        wish is null || wish.Setting == now ? ChangeState.InEffect : wish.Setting is null ? ChangeState.BeingRemoved : ChangeState.BeingChanged;

    private static CallForwarding? Setting(CallForwardingKind kind, IReadOnlyDictionary<string, string?> fields) => fields.GetValueOrDefault(kind.NetworkName()) is { } target
        ? new CallForwarding(kind, target, int.TryParse(fields.GetValueOrDefault(kind.NetworkName() + Seconds), CultureInfo.InvariantCulture, out var seconds) ? seconds : null) : null;

    private static Dictionary<string, string?> Fields(IEnumerable<CallForwardingKind> kinds, ForwardingSet set)
    {
        var fields = new Dictionary<string, string?>();
        foreach (var kind in kinds)
        {
            fields[kind.NetworkName()] = set.Find(kind)?.Target;
            if (kind == CallForwardingKind.NoReply) fields[kind.NetworkName() + Seconds] = set.Find(kind)?.RingSeconds?.ToString(CultureInfo.InvariantCulture);
        }

        return fields;
    }

    /// <param name="Setting">Null takes it away.</param>
    private sealed record Wish(CallForwarding? Setting, DateTimeOffset At);
}
