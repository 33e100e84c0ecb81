namespace Connect.Domain.Subscriptions;

/// <summary>What a barring contains of others, and what it is called between systems.</summary>
public static class BarringFacts
{
    // A paid message can be one that is received, so that no barring of what is sent contains it.
    private static readonly Dictionary<BarringKind, BarringKind[]> Contained = new()
    {
        [BarringKind.AllOutgoing] = [BarringKind.OutgoingInternational, BarringKind.OutgoingInternationalExceptHome, BarringKind.PremiumCalls],
        [BarringKind.OutgoingInternational] = [BarringKind.OutgoingInternationalExceptHome],
        [BarringKind.AllIncoming] = [BarringKind.IncomingWhenRoaming],
        [BarringKind.AllData] = [BarringKind.RoamingData],
        [BarringKind.AllRoaming] = [BarringKind.IncomingWhenRoaming, BarringKind.RoamingData],
        [BarringKind.LostOrStolen] = [.. Enum.GetValues<BarringKind>().Where(kind => kind != BarringKind.LostOrStolen)],
    };

    private static readonly Dictionary<BarringKind, string> Names = new()
    {
        [BarringKind.AllOutgoing] = "BAOC",
        [BarringKind.OutgoingInternational] = "BOIC",
        [BarringKind.OutgoingInternationalExceptHome] = "BOIC-exHC",
        [BarringKind.AllIncoming] = "BAIC",
        [BarringKind.IncomingWhenRoaming] = "BIC-Roam",
    };

    private static readonly Dictionary<string, BarringKind> Kinds = Enum.GetValues<BarringKind>().ToDictionary(NetworkName);

    /// <summary>Whether the other bars nothing that this one does not.</summary>
    public static bool Contains(this BarringKind kind, BarringKind other) => Contained.TryGetValue(kind, out var parts) && parts.Contains(other);

    /// <summary>Its name in 3GPP TS 22.088; what that standard leaves to the operator (TS 22.041) has none, and is called <c>ODB-</c> and its own.</summary>
    public static string NetworkName(this BarringKind kind) => Names.TryGetValue(kind, out var name) ? name : $"ODB-{kind}";

    /// <summary>The barring of that name; null for what is none.</summary>
    public static BarringKind? FromNetworkName(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;
}
