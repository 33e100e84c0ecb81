using Connect.Application.Common.Security;
using Connect.Application.Invoices;
using Connect.Domain.Users;
using Connect.Web.Components.Account;
using Connect.Web.Components.List;
using Connect.Web.Pages.Accounts;
using Connect.Web.Pages.Invoices;
using MediatR;

namespace Connect.Web.Components.AccountInvoices;

internal sealed class InvoicesTab() : AccountTab(40, "invoices", "Invoices.Menu", Right.ViewInvoices, typeof(AccountInvoicesViewComponent), ListInvoices.Columns);

/// <summary>The invoices list as a tab of an account's page, with the choice of reach.</summary>
public sealed class AccountInvoicesViewComponent(IMediator mediator, ICurrentUser user) : AccountListViewComponent("invoices", ListInvoices.Columns, mediator, user)
{
    protected override async Task<ListView> ListAsync(AccountListRequest asked) =>
        InvoiceLists.Of(asked.Request, await SendAsync(new ListInvoices(asked.Narrowed)), CurrentUser, asked.Path, "Invoices.TabEmpty", asked.Kept, asked.Within);
}
