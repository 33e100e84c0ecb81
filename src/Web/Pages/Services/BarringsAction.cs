using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Web.Pages.Services;

/// <summary>Mobilspärrar.</summary>
internal sealed class BarringsAction() : ServiceAction(20, "Barrings.Title", "barrings", "ban", Right.ManageSubscriptions)
{
    protected override bool Fits(SubscriptionDetail service) => MobileNetwork.Serves(service.Facts.Kind);

    public override string? WhyNot(SubscriptionDetail service) =>
        MobileNetwork.Obstacle(service.Facts.Kind, service.Facts.Status) is { } code ? $"Errors.{code}" : null;
}
