using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Web.Pages.Services;

/// <summary>Vidarekopplingar.</summary>
internal sealed class ForwardingsAction() : ServiceAction(30, "Forwardings.Title", "forwardings", "phone-outgoing", Right.ManageSubscriptions)
{
    protected override bool Fits(SubscriptionDetail service) => MobileNetwork.Serves(service.Facts.Kind);

    public override string? WhyNot(SubscriptionDetail service) =>
        MobileNetwork.Obstacle(service.Facts.Kind, service.Facts.Status) is { } code ? $"Errors.{code}" : null;
}
