using Connect.Application.Search;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Connect.Web.Pages.Search;

/// <summary>What the search field offers while somebody types: a part of a page, fetched by script.</summary>
[EnableRateLimiting(SearchLimit.Policy)]
internal sealed class SuggestionsModel : PortalPage
{
    [FromQuery]
    public string? Q { get; set; }

    public SearchText? Typed => SearchText.Read(Q);
    public IReadOnlyList<SearchGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync() => Groups = await SendAsync(new FindAnything(Q, FindAnything.AsSuggestions));
}
