using Connect.Application.Common.Security;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using MediatR;

namespace Connect.Web.Pages;

/// <summary>Översikt: what there is to see for this user, in numbers.</summary>
internal sealed class IndexModel(IEnumerable<StartTile> tiles, KnownPages known, ICurrentUser user, IMediator mediator) : PortalPage
{
    public IReadOnlyList<(StartTile Tile, TileFigure Figure)> Tiles { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var shown = new List<(StartTile, TileFigure)>();
        foreach (var tile in tiles.Where(tile => tile.IsFor(user) && known.Has(tile.Link)).OrderBy(tile => tile.Order)) shown.Add((tile, await tile.ShowAsync(mediator, Cancellation)));
        Tiles = shown;
    }
}
