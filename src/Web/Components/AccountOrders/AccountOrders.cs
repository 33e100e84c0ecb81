using Connect.Application.Accounts;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Domain.Users;
using Connect.Web.Components.Account;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Connect.Web.Pages.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Components.AccountOrders;

internal sealed class OrdersTab() : AccountTab(30, "orders", "Orders.Menu", Right.PlaceOrders, typeof(AccountOrdersViewComponent), ListOrders.Columns);

/// <summary>The orders list as a tab of an account's page, with the choice of reach.</summary>
public sealed class AccountOrdersViewComponent(IMediator mediator, ICurrentUser user) : ViewComponent
{
    /// <param name="account">Within the user's reach.</param>
    /// <param name="fragment">Only the list is asked for.</param>
    public async Task<IViewComponentResult> InvokeAsync(AccountFacts account, bool fragment)
    {
        var reach = ReachChoice.Of(Request.Query["reach"], user);
        var request = ListRequest.Parse(Request.ListQuery(), ListOrders.Columns) with { Within = null };
        var within = reach.Within(account.Number);
        var page = await mediator.Send(new ListOrders(request with { Within = within }), HttpContext.RequestAborted);
        var list = ListView.Of(ListOrders.Columns, request, page, $"/accounts/{Uri.EscapeDataString(account.Number)}", Text.Get("Orders.Title"), row => $"/orders/{row.Number}",
            ("package", Text.Get("Accounts.Orders.Empty")), exportPath: "/reports/lists/orders", kept: [new("tab", "orders"), new("reach", reach.Key)], within: within);
        if (!fragment) return View("/Components/Account/AccountList.cshtml", new AccountListView(list, reach, ReachChoice.For(user)));
        HttpContext.Response.Headers["HX-Push-Url"] = list.Address(request);
        return View("/Components/List/_List.cshtml", list);
    }
}
