using Connect.Domain.Common;

namespace Connect.Domain.Subscriptions;

/// <summary>Where barrings and forwardings act. Fixed telephony and a PBX have their own.</summary>
public static class MobileNetwork
{
    /// <summary>True for the kinds that call in it.</summary>
    public static bool Serves(SubscriptionKind kind) => kind is SubscriptionKind.Mobile or SubscriptionKind.PbxUser;

    /// <summary>The code of why nothing can be set in it for such a service; null when it can. A service that is about to end is used until it does.</summary>
    public static string? Obstacle(SubscriptionKind kind, SubscriptionStatus status) =>
        !Serves(kind) ? "MobileOnly"
        : status.IsInUse() ? null : "MobileNotInUse";

    /// <exception cref="DomainRuleException">There is an <see cref="Obstacle"/>.</exception>
    public static void Require(SubscriptionData service)
    {
        if (Obstacle(service.Kind, service.Status) is { } code) throw new DomainRuleException(code);
    }
}
