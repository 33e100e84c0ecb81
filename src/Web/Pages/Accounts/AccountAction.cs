using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Web.Pages.Accounts;

/// <summary>
/// One line of an account's action menu. A feature plugs in with one line in its own folder; it is found by scan, as a service's are:
/// <c>internal sealed class NewTicketAction() : AccountAction(70, "Tickets.New", "/tickets/new?account={0}", "ticket", Right.ManageTickets);</c>
/// </summary>
/// <param name="order">Place in the menu, in the order of the manual.</param>
/// <param name="text">Key of the text.</param>
/// <param name="address">With <c>{0}</c> for the account's number.</param>
/// <param name="icon">Name in <c>Assets/icons.json</c>.</param>
/// <param name="right">Without it the action is not there.</param>
public abstract class AccountAction(int order, string text, string address, string icon, Right right)
{
    public int Order => order;
    public string Text => text;
    public string Icon => icon;

    public string Link(string number) => string.Format(null, address, Uri.EscapeDataString(number));

    public bool IsFor(ICurrentUser user) => user.Has(right);
}

internal sealed class AliasAction() : AccountAction(10, "Accounts.Alias", "/accounts/{0}/alias", "tag", Right.ManageAccounts);

internal sealed class InvoiceReferenceAction() : AccountAction(20, "Accounts.InvoiceReference", "/accounts/{0}/invoice-reference", "file-invoice", Right.ManageAccounts);

internal sealed class AddressAction() : AccountAction(30, "Accounts.Address", "/accounts/{0}/address", "map-pin", Right.ManageAccounts);

internal sealed class InvoiceAddressAction() : AccountAction(40, "Accounts.InvoiceAddress", "/accounts/{0}/invoice-address", "mail", Right.ManageAccounts);

internal sealed class NewContactPersonAction() : AccountAction(50, "Accounts.Person.New", "/accounts/{0}/contact-persons/new", "user-plus", Right.ManageAccounts);

internal sealed class NewSubAccountAction() : AccountAction(60, "Accounts.AddBelow", "/accounts/new?under={0}", "sitemap", Right.ManageAccounts);

/// <summary>The actions of all features.</summary>
public sealed class AccountActions(IEnumerable<AccountAction> all)
{
    public IReadOnlyList<AccountAction> For(ICurrentUser user) => [.. all.Where(action => action.IsFor(user)).OrderBy(action => action.Order)];
}
