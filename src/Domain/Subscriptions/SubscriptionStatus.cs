namespace Connect.Domain.Subscriptions;

/// <summary>Status på tjänst. "Aktiva tjänster" are <see cref="Active"/>, <see cref="Barred"/> and <see cref="Terminating"/>. Stored by number.</summary>
public enum SubscriptionStatus
{
    /// <summary>Beställd.</summary>
    Ordered = 1,

    /// <summary>Aktiv.</summary>
    Active = 2,

    /// <summary>Spärrad.</summary>
    Barred = 3,

    /// <summary>Avslutas: an end date is set.</summary>
    Terminating = 4,

    /// <summary>Avslutad.</summary>
    Terminated = 5,
}
