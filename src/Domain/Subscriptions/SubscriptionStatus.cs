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

public static class SubscriptionStatuses
{
    /// <summary>"Aktiva tjänster": it works, is barred, or works until its end date.</summary>
    public static bool IsInUse(this SubscriptionStatus status) => status is SubscriptionStatus.Active or SubscriptionStatus.Barred or SubscriptionStatus.Terminating;
}
