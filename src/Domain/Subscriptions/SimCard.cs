namespace Connect.Domain.Subscriptions;

/// <summary>State of a SIM card. Stored by number.</summary>
public enum SimCardState
{
    /// <summary>I lager: delivered to the customer, not in use.</summary>
    InStock = 1,

    /// <summary>Reserverat: chosen for a replacement that is not carried out yet.</summary>
    Reserved = 2,

    /// <summary>Aktivt.</summary>
    Active = 3,

    /// <summary>Spärrat.</summary>
    Barred = 4,

    /// <summary>Utgånget: was replaced, never used again.</summary>
    Expired = 5,
}

/// <summary>Whether the SIM is a plastic card or a profile in the device. Stored by number.</summary>
public enum SimForm
{
    Physical = 1,
    ESim = 2,
}
