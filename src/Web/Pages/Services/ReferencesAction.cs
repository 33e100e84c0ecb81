using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Web.Pages.Services;

/// <summary>Externt användarnamn, with cost centre and employee number, on every kind of service.</summary>
internal sealed class ReferencesAction() : ServiceAction(40, "References.Title", "references", "id-badge-2", Right.ManageSubscriptions)
{
    public override string? WhyNot(SubscriptionDetail service) => Subscription.WhyNotEdited(service.Facts.Status) is { } code ? $"Errors.{code}" : null;
}
