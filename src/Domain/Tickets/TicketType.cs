namespace Connect.Domain.Tickets;

/// <summary>What a ticket is about; chosen first. Stored by number.</summary>
public enum TicketType
{
    Support = 1,

    /// <summary>Beställning.</summary>
    Order = 2,

    /// <summary>Faktura.</summary>
    Invoice = 3,

    /// <summary>Avtal.</summary>
    Agreement = 4,

    /// <summary>Felrapport portal: a fault of the portal itself.</summary>
    PortalFault = 5,

    /// <summary>Övrigt.</summary>
    Other = 6,
}
