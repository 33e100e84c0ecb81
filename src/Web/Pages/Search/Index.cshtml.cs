using Connect.Application.Search;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Search;

/// <summary>Everything that was found, kind by kind.</summary>
internal sealed class IndexModel : PortalPage
{
    [FromQuery]
    public string? Q { get; set; }

    public SearchText? Typed => SearchText.Read(Q);
    public IReadOnlyList<SearchGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync() => Groups = await SendAsync(new FindAnything(Q));
}
