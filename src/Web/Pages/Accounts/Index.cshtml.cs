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
public sealed class IndexModel() : PortalListPage(ListAccounts.Columns, "/accounts")
{
    public TreeView Tree { get; private set; } = null!;

    /// <summary>The account that the tree is opened to.</summary>
    [BindProperty(SupportsGet = true)] public string? Open { get; set; }

    /// <summary>What is looked for in the tree.</summary>
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    /// <param name="skip">How many of those below the opened account have been seen.</param>
    public Task<IActionResult> OnGetAsync(int skip) => ShowListAsync(async () => Tree = await TreeAsync(Open, skip, Q));

    /// <summary>The accounts below one, for a tree that is opened in the page.</summary>
    public async Task<IActionResult> OnGetBranchAsync(string number, int skip) =>
        Partial(skip == 0 ? "/Components/AccountTree/_Branch.cshtml" : "/Components/AccountTree/_Nodes.cshtml", await SendAsync(new GetAccountBranch(number, skip)));

    public async Task<IActionResult> OnGetSearchAsync() => Partial("/Components/AccountTree/_Result.cshtml", await TreeAsync(null, 0, Q));

    protected override IReadOnlyList<KeyValuePair<string, string>> Kept =>
        [.. new[] { (Key: "open", Value: Open), (Key: "q", Value: Q) }.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Key, part.Value!))];

    protected override async Task<ListView> ReadAsync(ListRequest asked) =>
        ListView.Of(ListAccounts.Columns, asked, await SendAsync(new ListAccounts(asked)), Here, Text.Get("Accounts.Title"), row => $"{Here}/{Uri.EscapeDataString(row.Number)}",
            ("sitemap", Text.Get("Accounts.Empty")), exportPath: "/reports/lists/accounts", kept: Kept);

    private async Task<TreeView> TreeAsync(string? open, int skip, string? q) => string.IsNullOrWhiteSpace(q)
        ? new(await SendAsync(new GetAccountTree(open, skip)), null, null)
        : new(null, await SendAsync(new SearchAccounts(q)), q.Trim());
}
