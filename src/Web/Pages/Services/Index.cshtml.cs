using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Connect.Web.Pages.Services;

/// <summary>All services within reach, and the tool that finds a SIM card.</summary>
public sealed class IndexModel : PortalPage
{
    private const string Here = "/services";

    [BindProperty]
    public string? Icc { get; set; }

    public ListView List { get; private set; } = null!;

    /// <summary>Null until a card has been asked for.</summary>
    public bool? IsFound { get; private set; }

    public FoundSimCard? Found { get; private set; }

    /// <summary>The tool keeps the list as it is filtered.</summary>
    public string FindSimPath => QueryHelpers.AddQueryString(Here + List.Request.ToQueryString(), "handler", "FindSim");

    public async Task<IActionResult> OnGetAsync()
    {
        var request = ListRequest.Parse(Request.ListQuery(), ListSubscriptions.Columns);
        // A filter form's own spelling is not an address to keep.
        if (request.CameFromForm && !IsFragment) return Redirect(Here + request.ToQueryString());
        await LoadAsync();
        if (!IsFragment) return Page();
        Response.Headers["HX-Push-Url"] = Here + request.ToQueryString();
        return Partial("/Components/List/_List.cshtml", List);
    }

    /// <summary>By POST: the number of a card is not for addresses and logs.</summary>
    public async Task<IActionResult> OnPostFindSimAsync()
    {
        await LoadAsync();
        return await Submit(new FindSimCard(Icc), found =>
        {
            (IsFound, Found) = (found is not null, found);
            return Page();
        });
    }

    protected override async Task LoadAsync()
    {
        var request = ListRequest.Parse(Request.ListQuery(), ListSubscriptions.Columns);
        var page = await SendAsync(new ListSubscriptions(request));
        var names = await SendAsync(new ListServiceNames());
        List = ListView.Of(ListSubscriptions.Columns, request, page, Here, Text.Get("Services.Title"), row => $"{Here}/{row.Id}",
            ("device-mobile", Text.Get("Services.Empty")), new Dictionary<string, IReadOnlyList<string>> { ["service"] = names }, "/reports/lists/services");
    }
}
