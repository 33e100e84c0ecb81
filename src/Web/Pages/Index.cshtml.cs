using Connect.Application.Common.Security;
using Connect.Web.Infrastructure;
using Connect.Web.Pages.Dashboard;
using Connect.Web.Shell;
using MediatR;
using Microsoft.AspNetCore.RateLimiting;

namespace Connect.Web.Pages;

/// <summary>Översikt: what there is to see for this user, in numbers, and what is done often.</summary>
[EnableRateLimiting(SearchLimit.Policy)]
internal sealed class IndexModel(IEnumerable<StartTile> tiles, ICurrentUser user, IMediator mediator) : PortalPage
{
    public IReadOnlyList<(StartTile Tile, TileFigure Figure)> Tiles { get; private set; } = [];

    public IReadOnlyList<Shortcut> Shortcuts { get; } = [.. Shortcut.All.Where(shortcut => user.Has(shortcut.Right))];

    public async Task OnGetAsync()
    {
        var shown = new List<(StartTile, TileFigure)>();
        foreach (var tile in tiles.Where(tile => tile.IsFor(user)).OrderBy(tile => tile.Order)) shown.Add((tile, await tile.ShowAsync(mediator, Cancellation)));
        Tiles = shown;
    }
}
