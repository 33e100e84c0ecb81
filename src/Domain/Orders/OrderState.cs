namespace Connect.Domain.Orders;

/// <summary>Where an order stands. "Pågående" are <see cref="Received"/> and <see cref="Processing"/>. Stored by number.</summary>
public enum OrderState
{
    /// <summary>Mottagen.</summary>
    Received = 1,

    /// <summary>Behandlas.</summary>
    Processing = 2,

    /// <summary>Levererad.</summary>
    Delivered = 3,

    /// <summary>Avvisad.</summary>
    Rejected = 4,

    /// <summary>Avbruten.</summary>
    Cancelled = 5,
}
