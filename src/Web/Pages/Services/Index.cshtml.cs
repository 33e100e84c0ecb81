using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Connect.Web.Pages.Services.Bulk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Connect.Web.Pages.Services;

/// <summary>All services within reach, and the tool that finds a SIM card.</summary>
public sealed class IndexModel(OneLook look, ICurrentUser user) : PortalListPage(ListSubscriptions.Columns, "/services")
{
    [BindProperty]
    public string? Icc { get; set; }

    /// <summary>Null until a card has been asked for.</summary>
    public bool? IsFound { get; private set; }

    public FoundSimCard? Found { get; private set; }

    /// <summary>The tool keeps the list as it is filtered.</summary>
    public string FindSimPath => QueryHelpers.AddQueryString(ListPath, "handler", "FindSim");

    public string ListPath => Here + Asked.ToQueryString();

    public Task<IActionResult> OnGetAsync() => ShowListAsync(() =>
    {
        if (look.Take<Finding>(HttpContext, Here) is { } finding) (Icc, IsFound, Found) = (finding.Icc, finding.Card is not null, finding.Card);
        return Task.CompletedTask;
    });

    /// <summary>By POST: the number of a card is not for addresses and logs.</summary>
    public Task<IActionResult> OnPostFindSimAsync() => Submit(new FindSimCard(Icc), found =>
    {
        look.Leave(HttpContext, Here, new Finding(Icc, found));
        return RedirectLocally(ListPath);
    });

    protected override async Task<ListView> ReadAsync(ListRequest asked) =>
        ListView.Of(ListSubscriptions.Columns, asked, await SendAsync(new ListSubscriptions(asked)), Here, Text.Get("Services.Title"), row => $"{Here}/{row.Id}",
            ("device-mobile", Text.Get("Services.Empty")), new Dictionary<string, IReadOnlyList<string>> { ["service"] = await SendAsync(new ListServiceNames()) }, "/reports/lists/services",
            more: row => BulkChoice.Of(row, user), selection: BulkChoice.Selection(user));

    private sealed record Finding(string? Icc, FoundSimCard? Card);
}
