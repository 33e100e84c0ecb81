using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Connect.Web.Pages.Services;

/// <summary>All services within reach, and the tool that finds a SIM card.</summary>
public sealed class IndexModel(OneLook look) : PortalPage
{
    private const string Here = "/services";
    private ListRequest? _asked;

    [BindProperty]
    public string? Icc { get; set; }

    public ListView List { get; private set; } = null!;

    /// <summary>Null until a card has been asked for.</summary>
    public bool? IsFound { get; private set; }

    public FoundSimCard? Found { get; private set; }

    /// <summary>The tool keeps the list as it is filtered.</summary>
    public string FindSimPath => QueryHelpers.AddQueryString(ListPath, "handler", "FindSim");

    public string ListPath => Here + Asked.ToQueryString();

    private ListRequest Asked => _asked ??= ListRequest.Parse(Request.ListQuery(), ListSubscriptions.Columns);

    public async Task<IActionResult> OnGetAsync()
    {
        // A filter form's own spelling is not an address to keep.
        if (Asked.CameFromForm && !IsFragment) return Redirect(ListPath);
        await LoadAsync();
        if (IsFragment)
        {
            Response.Headers["HX-Push-Url"] = ListPath;
            return Partial("/Components/List/_List.cshtml", List);
        }

        if (look.Take<Finding>(HttpContext, Here) is { } finding) (Icc, IsFound, Found) = (finding.Icc, finding.Card is not null, finding.Card);
        return Page();
    }

    /// <summary>By POST: the number of a card is not for addresses and logs.</summary>
    public Task<IActionResult> OnPostFindSimAsync() => Submit(new FindSimCard(Icc), found =>
    {
        look.Leave(HttpContext, Here, new Finding(Icc, found));
        return RedirectLocally(ListPath);
    });

    protected override async Task LoadAsync()
    {
        var request = Asked;
        var page = await SendAsync(new ListSubscriptions(request));
        var names = await SendAsync(new ListServiceNames());
        List = ListView.Of(ListSubscriptions.Columns, request, page, Here, Text.Get("Services.Title"), row => $"{Here}/{row.Id}",
            ("device-mobile", Text.Get("Services.Empty")), new Dictionary<string, IReadOnlyList<string>> { ["service"] = names }, "/reports/lists/services");
    }

    private sealed record Finding(string? Icc, FoundSimCard? Card);
}
