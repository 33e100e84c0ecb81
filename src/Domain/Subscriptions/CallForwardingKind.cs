namespace Connect.Domain.Subscriptions;

/// <summary>Vidarekopplingar (3GPP TS 22.082). Stored by number.</summary>
public enum CallForwardingKind
{
    /// <summary>Direkt (CFU, 21): overrides the others.</summary>
    Unconditional = 1,

    /// <summary>Ej tillgänglig (CFNRc, 62).</summary>
    NotReachable = 2,

    /// <summary>Upptaget (CFB, 67).</summary>
    Busy = 3,

    /// <summary>Efter ringtid (CFNRy, 61): after 5 to 30 seconds in steps of 5.</summary>
    NoReply = 4,
}
