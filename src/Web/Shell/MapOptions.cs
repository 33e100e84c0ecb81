namespace Connect.Web.Shell;

/// <summary>What maps stand on: section <c>Map</c> of the configuration. Without it they show the counties of Sweden, and nothing comes from elsewhere.</summary>
public sealed class MapOptions
{
    private static readonly string[] Parts = ["{z}", "{x}", "{y}"];

    /// <summary>Template of a tile layer such as <c>https://tiles.example/{z}/{x}/{y}.png</c>.</summary>
    public string? TileUrl { get; init; }

    /// <summary>What the layer's owner wants said of it.</summary>
    public string? TileAttribution { get; init; }

    /// <summary>The host that tiles come from, to be let in by the Content-Security-Policy; null without a layer.</summary>
    public string? TileHost => Tile?.GetLeftPart(UriPartial.Authority);

    private Uri? Tile => Uri.TryCreate(TileUrl, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null;

    /// <summary>A mistake in the configuration stops the start, with what to write instead.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (TileUrl is not null && (Tile is null || Parts.Any(part => !TileUrl.Contains(part, StringComparison.Ordinal)) || TileUrl.Contains("{s}", StringComparison.Ordinal)))
            yield return "Map:TileUrl is an https address with {z}, {x} and {y} in it, without {s}.";
    }
}
