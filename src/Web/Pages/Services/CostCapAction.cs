using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Web.Pages.Services;

/// <summary>Kreditspärr.</summary>
internal sealed class CostCapAction() : ServiceAction(75, "CostCap.Title", "cost-cap", "credit-card", Right.ManageSubscriptions)
{
    protected override bool Fits(SubscriptionDetail service) => MobileNetwork.Serves(service.Facts.Kind);

    public override string? WhyNot(SubscriptionDetail service) => MobileNetwork.Obstacle(service.Facts.Kind, service.Facts.Status) is { } code ? $"Errors.{code}" : null;
}
