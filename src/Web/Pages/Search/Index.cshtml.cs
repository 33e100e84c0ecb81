using Connect.Application.Common.Texts;
using Connect.Application.Search;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Connect.Web.Pages.Search;

/// <summary>Everything that was found, kind by kind; only that part while somebody types.</summary>
[EnableRateLimiting(SearchLimit.Policy)]
internal sealed class IndexModel : PortalPage
{
    [FromQuery]
    public string? Q { get; set; }

    public SearchText? Typed => SearchText.Read(Q);
    public IReadOnlyList<SearchGroup> Groups { get; private set; } = [];

    /// <summary>Told to those who do not see the hits come.</summary>
    public string? Said
    {
        get
        {
            var hits = Groups.Sum(group => group.Hits.Count);
            return Typed is null ? null : Text.Get(Groups.Any(group => group.HasMore) ? "Search.SaidMore" : hits == 1 ? "Search.SaidOne" : "Search.Said", hits, Typed.Text);
        }
    }

    public async Task<IActionResult> OnGetAsync()
    {
        Groups = await SendAsync(new FindAnything(Q));
        return IsFragment ? Partial("/Components/Search/_Found.cshtml", this) : Page();
    }
}
