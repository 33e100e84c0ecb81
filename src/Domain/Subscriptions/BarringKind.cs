namespace Connect.Domain.Subscriptions;

/// <summary>Mobilspärrar (3GPP TS 22.088, and operator-determined barring). Stored by number.</summary>
public enum BarringKind
{
    /// <summary>All outgoing calls (BAOC, 33).</summary>
    AllOutgoing = 1,

    /// <summary>Outgoing international calls (BOIC, 331).</summary>
    OutgoingInternational = 2,

    /// <summary>Outgoing international calls except to the home country (BOIC-exHC, 332).</summary>
    OutgoingInternationalExceptHome = 3,

    /// <summary>All incoming calls (BAIC, 35).</summary>
    AllIncoming = 4,

    /// <summary>Incoming calls when roaming (BIC-Roam, 351).</summary>
    IncomingWhenRoaming = 5,

    /// <summary>Calls to premium numbers (betalsamtal).</summary>
    PremiumCalls = 6,

    /// <summary>Premium SMS and MMS.</summary>
    PremiumMessages = 7,

    /// <summary>Data when roaming.</summary>
    RoamingData = 8,

    /// <summary>Outgoing SMS.</summary>
    OutgoingSms = 9,

    /// <summary>The whole service, when the device is lost or stolen.</summary>
    LostOrStolen = 10,

    /// <summary>All data.</summary>
    AllData = 11,

    /// <summary>All roaming.</summary>
    AllRoaming = 12,
}
