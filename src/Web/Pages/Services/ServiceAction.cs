using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Web.Pages.Services;

/// <summary>
/// One line of a service's action menu. A feature plugs in with one line in its own folder; it is found by scan:
/// <c>internal sealed class ReplaceSimAction() : ServiceAction(10, "Sim.Replace.Title", "replace-sim", "replace", Right.ManageSubscriptions);</c>
/// </summary>
/// <param name="order">Place in the menu, in the order of the manual.</param>
/// <param name="text">Key of the text.</param>
/// <param name="route">Below the service's own page: <c>/services/{id}/{route}</c>.</param>
/// <param name="icon">Name in <c>Assets/icons.json</c>.</param>
/// <param name="right">Without it the action is not there.</param>
public abstract class ServiceAction(int order, string text, string route, string icon, Right right)
{
    public int Order => order;
    public string Text => text;
    public string Icon => icon;

    public virtual string Link(SubscriptionDetail service) => $"/services/{service.Facts.Id}/{route}";

    public bool IsFor(ICurrentUser user, SubscriptionDetail service) => user.Has(right) && Fits(service);

    /// <summary>False for services of another kind: the action is not shown.</summary>
    protected virtual bool Fits(SubscriptionDetail service) => true;

    /// <summary>Key of the text that says why it can't be done now; null when it can.</summary>
    public virtual string? WhyNot(SubscriptionDetail service) => null;
}

/// <summary>The actions of all features.</summary>
public sealed class ServiceActions(IEnumerable<ServiceAction> all)
{
    public IReadOnlyList<ServiceAction> For(ICurrentUser user, SubscriptionDetail service) =>
        [.. all.Where(action => action.IsFor(user, service)).OrderBy(action => action.Order)];
}
