using Connect.Application.Accounts;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Components.Account;

/// <summary>A list as a tab of an account's page, with the choice of reach.</summary>
/// <param name="tab">Key of the tab.</param>
public abstract class AccountListViewComponent(string tab, ListColumns columns, IMediator mediator, ICurrentUser user) : ViewComponent
{
    protected ICurrentUser CurrentUser => user;

    /// <param name="account">Within the user's reach.</param>
    /// <param name="fragment">Only the list is asked for.</param>
    public async Task<IViewComponentResult> InvokeAsync(AccountFacts account, bool fragment)
    {
        var reach = ReachChoice.Of(Request.Query["reach"], user);
        var request = ListRequest.Parse(Request.ListQuery(), columns) with { Within = null };
        var list = await ListAsync(new(request, reach.Within(account.Number), $"/accounts/{Uri.EscapeDataString(account.Number)}", [new("tab", tab), new("reach", reach.Key)]));
        if (!fragment) return View("/Components/Account/AccountList.cshtml", new AccountListView(list, reach, ReachChoice.For(user)));
        HttpContext.Response.Headers["HX-Push-Url"] = list.Address(request);
        return View("/Components/List/_List.cshtml", list);
    }

    protected abstract Task<ListView> ListAsync(AccountListRequest asked);

    protected Task<T> SendAsync<T>(IRequest<T> message) => mediator.Send(message, HttpContext.RequestAborted);
}

/// <summary>What a tab is asked to show.</summary>
/// <param name="Request">As the address has it, without the part of the tree.</param>
/// <param name="Within">The part of the tree.</param>
/// <param name="Path">The account's page.</param>
/// <param name="Kept">What the address keeps beside the list's own.</param>
public sealed record AccountListRequest(ListRequest Request, ListWithin? Within, string Path, IReadOnlyList<KeyValuePair<string, string>> Kept)
{
    /// <summary>For the list's message.</summary>
    public ListRequest Narrowed => Request with { Within = Within };
}
