using Connect.Application.Accounts;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Web.Components.AccountTree;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Connect.Web.Pages.Accounts;

/// <summary>The accounts within reach: as list to the right, as tree to the left.</summary>
[EnableRateLimiting(SearchLimit.Policy)]
public sealed class IndexModel : PortalPage
{
    private const string Here = "/accounts";

    public ListView List { get; private set; } = null!;

    public TreeView Tree { get; private set; } = null!;

    /// <param name="open">The account that the tree is opened to.</param>
    /// <param name="skip">How many of those below it have been seen.</param>
    /// <param name="q">What is looked for in the tree.</param>
    public async Task<IActionResult> OnGetAsync(string? open, int skip, string? q)
    {
        var request = ListRequest.Parse(Request.ListQuery(), ListAccounts.Columns);
        var page = await SendAsync(new ListAccounts(request));
        var kept = new[] { (Key: "open", Value: open), (Key: "q", Value: q) }.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Key, part.Value!));
        List = ListView.Of(ListAccounts.Columns, request, page, Here, Text.Get("Accounts.Title"), row => $"{Here}/{Uri.EscapeDataString(row.Number)}",
            ("sitemap", Text.Get("Accounts.Empty")), exportPath: "/reports/lists/accounts", kept: [.. kept]);
        if (request.CameFromForm && !IsFragment) return Redirect(List.Address(request));
        if (IsFragment)
        {
            Response.Headers["HX-Push-Url"] = List.Address(request);
            return Partial("/Components/List/_List.cshtml", List);
        }

        Tree = await TreeAsync(open, skip, q);
        return Page();
    }

    /// <summary>The accounts below one, for a tree that is opened in the page.</summary>
    public async Task<IActionResult> OnGetBranchAsync(string number, int skip) =>
        Partial(skip == 0 ? "/Components/AccountTree/_Branch.cshtml" : "/Components/AccountTree/_Nodes.cshtml", await SendAsync(new GetAccountBranch(number, skip)));

    public async Task<IActionResult> OnGetSearchAsync(string? q) => Partial("/Components/AccountTree/_Result.cshtml", await TreeAsync(null, 0, q));

    private async Task<TreeView> TreeAsync(string? open, int skip, string? q) => string.IsNullOrWhiteSpace(q)
        ? new(await SendAsync(new GetAccountTree(open, skip)), null, null)
        : new(null, await SendAsync(new SearchAccounts(q)), q.Trim());
}
