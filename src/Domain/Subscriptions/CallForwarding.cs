using System.Text.Json.Serialization;

namespace Connect.Domain.Subscriptions;

/// <summary>One forwarding of a service's calls.</summary>
/// <param name="Target">E.164.</param>
/// <param name="RingSeconds">For <see cref="CallForwardingKind.NoReply"/>, and for no other kind.</param>
public sealed record CallForwarding(CallForwardingKind Kind, string Target, int? RingSeconds = null);

/// <summary>Forwardings that are set and removed together.</summary>
public sealed record ForwardingChange(IReadOnlyList<CallForwarding> Set, IReadOnlyList<CallForwardingKind> Removed)
{
    /// <summary>Nothing is to be done.</summary>
    [JsonIgnore]
    public bool IsEmpty => Set.Count + Removed.Count == 0;
}

/// <summary>What a forwarding is called between systems, and how long it may ring.</summary>
public static class ForwardingFacts
{
    private static readonly Dictionary<CallForwardingKind, string> Names = new()
    {
        [CallForwardingKind.Unconditional] = "CFU",
        [CallForwardingKind.NotReachable] = "CFNRc",
        [CallForwardingKind.Busy] = "CFB",
        [CallForwardingKind.NoReply] = "CFNRy",
    };

    /// <summary>Seconds, from 3GPP TS 22.082.</summary>
    public static readonly IReadOnlyList<int> RingTimes = [5, 10, 15, 20, 25, 30];

    /// <summary>Its name in 3GPP TS 22.082.</summary>
    public static string NetworkName(this CallForwardingKind kind) => Names[kind];
}
