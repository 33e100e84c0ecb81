using Connect.Application.Accounts;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Users;
using Connect.Web.Components.Account;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Connect.Web.Pages.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Components.AccountServices;

internal sealed class ServicesTab() : AccountTab(20, "services", "Services.Menu", Right.ViewSubscriptions, typeof(AccountServicesViewComponent), ListSubscriptions.Columns);

/// <summary>The services list as a tab of an account's page, with the choice of reach.</summary>
public sealed class AccountServicesViewComponent(IMediator mediator, ICurrentUser user) : ViewComponent
{
    /// <param name="account">Within the user's reach.</param>
    /// <param name="fragment">Only the list is asked for.</param>
    public async Task<IViewComponentResult> InvokeAsync(AccountFacts account, bool fragment)
    {
        var reach = ReachChoice.Of(Request.Query["reach"], user);
        var request = ListRequest.Parse(Request.ListQuery(), ListSubscriptions.Columns) with { Within = null };
        var within = reach.Within(account.Number);
        var page = await mediator.Send(new ListSubscriptions(request with { Within = within }), HttpContext.RequestAborted);
        var names = await mediator.Send(new ListServiceNames(), HttpContext.RequestAborted);
        var list = ListView.Of(ListSubscriptions.Columns, request, page, $"/accounts/{Uri.EscapeDataString(account.Number)}", Text.Get("Services.Title"), row => $"/services/{row.Id}",
            ("device-mobile", Text.Get("Accounts.Services.Empty")), new Dictionary<string, IReadOnlyList<string>> { ["service"] = names }, "/reports/lists/services",
            [new("tab", "services"), new("reach", reach.Key)], within);
        if (!fragment) return View("/Components/Account/AccountList.cshtml", new AccountListView(list, reach, ReachChoice.For(user)));
        HttpContext.Response.Headers["HX-Push-Url"] = list.Address(request);
        return View("/Components/List/_List.cshtml", list);
    }
}
