using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Web.Pages.Services;

/// <summary>Avsluta tjänst, on every kind of service.</summary>
internal sealed class TerminateAction() : ServiceAction(80, "Terminate.Title", "terminate", "circle-x", Right.ManageSubscriptions)
{
    public override string? WhyNot(SubscriptionDetail service) => Subscription.WhyNotTerminated(service.Facts.Status) is { } code ? $"Errors.{code}" : null;
}
