using Connect.Application.Accounts;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Web.Components.Account;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Accounts;

/// <summary>One account, in tabs.</summary>
public sealed class DetailsModel(AccountTabs tabs, ICurrentUser user) : PortalPage
{
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>Contact persons with that role only.</summary>
    [FromQuery]
    public string? Role { get; set; }

    public AccountDetail Account { get; private set; } = null!;

    public IReadOnlyList<AccountTab> Tabs => tabs.For(user);

    public AccountTab Tab { get; private set; } = null!;

    /// <param name="tab">Key of the tab; one that is not the user's is the first.</param>
    public async Task<IActionResult> OnGetAsync(string? tab)
    {
        Account = await SendAsync(new GetAccount(Number));
        Tab = Tabs.FirstOrDefault(known => known.Key == tab) ?? Tabs[0];
        if (!IsFragment && Tab.Columns is { } columns && ListRequest.Parse(Request.ListQuery(), columns) is { CameFromForm: true } form)
            return Redirect($"/accounts/{Uri.EscapeDataString(Number)}?tab={Tab.Key}&reach={Uri.EscapeDataString(Request.Query["reach"].ToString())}&{(form with { Within = null }).ToQueryString().TrimStart('?')}");
        if (IsFragment && Tab.Component is not null) return ViewComponent(Tab.Component, new { account = Account.Facts, fragment = true });
        ViewData["Title"] = Account.Facts.DisplayName;
        ViewData["Crumbs"] = Crumbs();
        return Page();
    }

    /// <summary>Another tab, with the reach that was chosen in this one.</summary>
    public string Link(AccountTab tab)
    {
        var query = new QueryBuilder();
        if (tab.Component is not null) query.Add("tab", tab.Key);
        if (ReachChoice.Of(Request.Query["reach"], user) is { IsFirst: false } reach) query.Add("reach", reach.Key);
        return $"/accounts/{Uri.EscapeDataString(Number)}{query}";
    }

    // A deep tree has a long way: its ends tell enough.
    private Crumb[] Crumbs()
    {
        var steps = Account.Path.Select(step => new Crumb($"/accounts/{Uri.EscapeDataString(step.Number)}", step.DisplayName)).ToList();
        IEnumerable<Crumb> shown = steps.Count <= 4 ? steps : [steps[0], new($"/accounts?open={Uri.EscapeDataString(Number)}", "…"), .. steps[^2..]];
        return [new("/accounts", Text.Get("Accounts.Title")), .. shown];
    }
}
