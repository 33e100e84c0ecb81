using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Web.Pages.Accounts;

/// <summary>
/// A tab of an account's page. A feature plugs in with one line in its own folder; it is found by scan:
/// <c>internal sealed class OrdersTab() : AccountTab(30, "orders", "Orders.Menu", Right.PlaceOrders, typeof(AccountOrders), ListOrders.Columns);</c>
/// </summary>
/// <param name="order">Generellt 10, Tjänster 20, Beställningar 30, Fakturor 40, Ärenden 50.</param>
/// <param name="key">In the address: <c>?tab=orders</c>.</param>
/// <param name="text">Key of the text.</param>
/// <param name="right">Without it the tab is not there.</param>
/// <param name="component">The view component that shows it; gets <c>account</c> and <c>fragment</c> (only the list is wanted). Null for the page's own.</param>
/// <param name="columns">Of the list that the tab shows, if it does.</param>
public abstract class AccountTab(int order, string key, string text, Right right, Type? component = null, ListColumns? columns = null)
{
    public int Order => order;
    public string Key => key;
    public string Text => text;
    public Type? Component => component;
    public ListColumns? Columns => columns;

    public bool IsFor(ICurrentUser user) => user.Has(right);
}

internal sealed class GeneralTab() : AccountTab(10, "general", "Accounts.Tab.General", Right.ViewAccounts);

/// <summary>The tabs of all features.</summary>
public sealed class AccountTabs(IEnumerable<AccountTab> all)
{
    public IReadOnlyList<AccountTab> For(ICurrentUser user) => [.. all.Where(tab => tab.IsFor(user)).OrderBy(tab => tab.Order)];
}
