using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Web.Pages.Services;

/// <summary>Fyll på data, on services whose package can run out.</summary>
internal sealed class TopUpAction() : ServiceAction(70, "TopUp.Title", "top-up", "database-plus", Right.ManageSubscriptions)
{
    protected override bool Fits(SubscriptionDetail service) => service.IsMobile;

    public override string? WhyNot(SubscriptionDetail service) =>
        Subscription.WhyNotToppedUp(service.Facts.Kind, service.Facts.Status, service.Facts.DataPackage is not null, service.Facts.DataBytes) is { } code ? $"Errors.{code}" : null;
}
