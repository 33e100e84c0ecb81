using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>The service whose settings in the mobile network are looked at.</summary>
public abstract record MobileService
{
    protected MobileService(SubscriptionData service) => (SubscriptionId, UserName, PhoneNumber, Kind, Status) = (service.Id, service.UserName, service.PhoneNumber, service.Kind, service.Status);

    public Guid SubscriptionId { get; init; }
    public string UserName { get; init; }

    /// <summary>E.164.</summary>
    public string? PhoneNumber { get; init; }

    public SubscriptionKind Kind { get; init; }
    public SubscriptionStatus Status { get; init; }

    /// <summary>The code of the error that a change would end in, or null.</summary>
    public string? Obstacle => MobileNetwork.Obstacle(Kind, Status);
}

/// <summary>How far a barring or forwarding has come.</summary>
public enum ChangeState
{
    /// <summary>It acts.</summary>
    InEffect = 1,

    /// <summary>It was sent to the operator, who has not confirmed it yet.</summary>
    BeingAdded = 2,

    /// <summary>It acts still; its end was sent to the operator, who has not confirmed it yet.</summary>
    BeingRemoved = 3,

    /// <summary>It acts as it was; another setting was sent to the operator, who has not confirmed it yet.</summary>
    BeingChanged = 4,
}
