using Connect.Application.Accounts;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Tickets;
using Connect.Domain.Users;
using Connect.Web.Components.Account;
using Connect.Web.Components.List;
using Connect.Web.Components.Tickets;
using Connect.Web.Infrastructure;
using Connect.Web.Pages.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Components.AccountTickets;

internal sealed class TicketsTab() : AccountTab(50, "tickets", "Tickets.Menu", Right.ManageTickets, typeof(AccountTicketsViewComponent), ListTickets.Columns);

/// <summary>The tickets list as a tab of an account's page, with the choice of reach.</summary>
public sealed class AccountTicketsViewComponent(IMediator mediator, ICurrentUser user) : ViewComponent
{
    /// <param name="account">Within the user's reach.</param>
    /// <param name="fragment">Only the list is asked for.</param>
    public async Task<IViewComponentResult> InvokeAsync(AccountFacts account, bool fragment)
    {
        var reach = ReachChoice.Of(Request.Query["reach"], user);
        var request = ListRequest.Parse(Request.ListQuery(), ListTickets.Columns) with { Within = null };
        var within = reach.Within(account.Number);
        var page = await mediator.Send(new ListTickets(request with { Within = within }), HttpContext.RequestAborted);
        var list = ListView.Of(ListTickets.Columns, request, page, $"/accounts/{Uri.EscapeDataString(account.Number)}", Text.Get("Tickets.Title"), row => TicketWords.Link(row.Number),
            ("ticket", Text.Get("Accounts.Tickets.Empty")), exportPath: "/reports/lists/tickets", kept: [new("tab", "tickets"), new("reach", reach.Key)], within: within);
        if (!fragment) return View("/Components/Account/AccountList.cshtml", new AccountListView(list, reach, ReachChoice.For(user)));
        HttpContext.Response.Headers["HX-Push-Url"] = list.Address(request);
        return View("/Components/List/_List.cshtml", list);
    }
}
