namespace Connect.Domain.Tickets;

/// <summary>How urgent a support ticket is. Stored by number; the higher the more urgent.</summary>
public enum TicketPriority
{
    /// <summary>Låg.</summary>
    Low = 1,

    /// <summary>Normal.</summary>
    Normal = 2,

    /// <summary>Hög.</summary>
    High = 3,

    /// <summary>Kritisk.</summary>
    Critical = 4,
}
