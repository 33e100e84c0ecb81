namespace Connect.Domain.Subscriptions;

/// <summary>What kind of service a subscription is. Stored by number.</summary>
public enum SubscriptionKind
{
    /// <summary>Bredband.</summary>
    Broadband = 1,

    /// <summary>Kapacitet.</summary>
    Capacity = 2,

    /// <summary>Mobiltelefoni.</summary>
    Mobile = 3,

    /// <summary>Mobil växelanvändare.</summary>
    PbxUser = 4,

    /// <summary>Mobilt bredband.</summary>
    MobileBroadband = 5,

    /// <summary>Fast telefoni.</summary>
    FixedTelephony = 6,
}

public static class SubscriptionKinds
{
    /// <summary>True for the kinds with a SIM card: they have data packages and price lists too.</summary>
    public static bool HasSim(this SubscriptionKind kind) => kind is SubscriptionKind.Mobile or SubscriptionKind.PbxUser or SubscriptionKind.MobileBroadband;
}
