using Connect.Application.Common.Security;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;

namespace Connect.Web.Pages;

/// <summary>Översikt: what there is to see for this user, in numbers.</summary>
internal sealed class IndexModel(IEnumerable<StartTile> tiles, KnownPages known, ICurrentUser user) : PortalPage
{
    public IReadOnlyList<(StartTile Tile, int Count, int Aside)> Tiles { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var shown = new List<(StartTile, int, int)>();
        foreach (var tile in tiles.Where(tile => tile.IsFor(user) && known.Has(tile.Link)).OrderBy(tile => tile.Order))
            shown.Add((tile, await SendAsync(tile.Count), tile.Aside is { } aside ? await SendAsync(aside.Count) : 0));
        Tiles = shown;
    }
}
