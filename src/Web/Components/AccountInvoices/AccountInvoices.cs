using Connect.Application.Accounts;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Invoices;
using Connect.Domain.Users;
using Connect.Web.Components.Account;
using Connect.Web.Infrastructure;
using Connect.Web.Pages.Accounts;
using Connect.Web.Pages.Invoices;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Components.AccountInvoices;

internal sealed class InvoicesTab() : AccountTab(40, "invoices", "Invoices.Menu", Right.ViewInvoices, typeof(AccountInvoicesViewComponent), ListInvoices.Columns);

/// <summary>The invoices list as a tab of an account's page, with the choice of reach.</summary>
public sealed class AccountInvoicesViewComponent(IMediator mediator, ICurrentUser user) : ViewComponent
{
    /// <param name="account">Within the user's reach.</param>
    /// <param name="fragment">Only the list is asked for.</param>
    public async Task<IViewComponentResult> InvokeAsync(AccountFacts account, bool fragment)
    {
        var reach = ReachChoice.Of(Request.Query["reach"], user);
        var request = ListRequest.Parse(Request.ListQuery(), ListInvoices.Columns) with { Within = null };
        var within = reach.Within(account.Number);
        var page = await mediator.Send(new ListInvoices(request with { Within = within }), HttpContext.RequestAborted);
        var list = InvoiceLists.Of(request, page, user, $"/accounts/{Uri.EscapeDataString(account.Number)}", "Invoices.TabEmpty", [new("tab", "invoices"), new("reach", reach.Key)], within);
        if (!fragment) return View("/Components/Account/AccountList.cshtml", new AccountListView(list, reach, ReachChoice.For(user)));
        HttpContext.Response.Headers["HX-Push-Url"] = list.Address(request);
        return View("/Components/List/_List.cshtml", list);
    }
}
