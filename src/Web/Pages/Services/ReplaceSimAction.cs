using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Web.Pages.Services;

/// <summary>Ersätt SIM-kort. One at a time.</summary>
internal sealed class ReplaceSimAction() : ServiceAction(10, "ReplaceSim.Title", "replace-sim", "replace", Right.ManageSubscriptions)
{
    protected override bool Fits(SubscriptionDetail service) => service.IsMobile;

    public override string? WhyNot(SubscriptionDetail service) =>
        service.Ordered.Contains(OrderType.SimReplacement) ? "Errors.SimReplacementOpen"
        : service.Facts.Status.IsInUse() ? null : "Errors.SimServiceNotActive";
}
