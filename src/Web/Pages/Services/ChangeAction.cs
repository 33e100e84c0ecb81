using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Web.Pages.Services;

/// <summary>Ändra tjänst: data package and price lists. One at a time.</summary>
internal sealed class ChangeAction() : ServiceAction(50, "Change.Title", "change", "adjustments-horizontal", Right.ManageSubscriptions)
{
    protected override bool Fits(SubscriptionDetail service) => service.IsMobile;

    public override string? WhyNot(SubscriptionDetail service) => service.Ordered.Contains(OrderType.Change) ? "Errors.ChangeOpen"
        : Subscription.WhyNotPlanned(service.Facts.Kind, service.Facts.Status) is { } code ? $"Errors.{code}" : null;
}
