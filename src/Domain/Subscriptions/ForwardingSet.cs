namespace Connect.Domain.Subscriptions;

/// <summary>The forwardings of one service as they stand when all that is under way is carried out; one of each kind at most.</summary>
public sealed class ForwardingSet(IEnumerable<CallForwarding> forwardings)
{
    private readonly SortedDictionary<CallForwardingKind, CallForwarding> _forwardings = new(forwardings.ToDictionary(forwarding => forwarding.Kind));

    public CallForwarding? Find(CallForwardingKind kind) => _forwardings.GetValueOrDefault(kind);

    /// <summary>What is left to do: what is so already is left out.</summary>
    public ForwardingChange Change(IEnumerable<CallForwarding> set, IEnumerable<CallForwardingKind> remove) =>
        new([.. set.Where(forwarding => Find(forwarding.Kind) != forwarding).OrderBy(forwarding => forwarding.Kind)], [.. remove.Where(_forwardings.ContainsKey).Order()]);

    public ForwardingSet With(ForwardingChange change) =>
        new([.. _forwardings.Values.Where(known => !change.Removed.Contains(known.Kind) && !change.Set.Any(set => set.Kind == known.Kind)), .. change.Set]);

    /// <summary>As audit log and history write them: kind, number and ring time with spaces between.</summary>
    public override string ToString() => string.Join("; ", _forwardings.Values.Select(Written));

    internal static string Written(CallForwarding forwarding) => $"{forwarding.Kind} {forwarding.Target} {forwarding.RingSeconds}".TrimEnd();
}
