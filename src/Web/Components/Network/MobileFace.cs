using System.Globalization;
using Connect.Application.Common.Texts;
using Connect.Application.Network;
using Connect.Domain.Network;

namespace Connect.Web.Components.Network;

/// <summary>Mobilnätet: the coverage of one generation, and how it is at a place that was searched for or pressed.</summary>
/// <param name="Path">The page that it stands on.</param>
/// <param name="Sought">What was typed to find a place.</param>
/// <param name="Places">What was found; empty when nothing was, or nothing was sought.</param>
/// <param name="At">How it is at the chosen place.</param>
/// <param name="Here">What goes on and is planned there.</param>
public sealed record MobileFace(MobileGeneration Generation, string Path, string? Sought, IReadOnlyList<PlaceFound> Places, CoverageAt? At, IReadOnlyList<IncidentLine> Here)
{
    public const string PatternsOf = "cov-";

    /// <summary>From the best; the colours and patterns of map and legend go by their names.</summary>
    public static IReadOnlyList<CoverageLevel> Levels { get; } = [CoverageLevel.VeryGood, CoverageLevel.Good, CoverageLevel.Basic, CoverageLevel.None];

    /// <summary>The place that was found is the only one, or one of that name was chosen.</summary>
    public PlaceFound? Place => Places.FirstOrDefault(place => At is { } at && place.Latitude == at.Latitude && place.Longitude == at.Longitude);

    /// <summary>Several were found and none is chosen yet.</summary>
    public bool IsToChoose => Places.Count > 0 && At is null;

    /// <summary>No network that is known of reaches there.</summary>
    public bool IsNowhere => At is { } at && at.Networks.Any(network => network.Level is not null) && at.Networks.All(network => network.Level is null or CoverageLevel.None);

    /// <summary>Nothing is known of the place, and no Swedish locality is near: it lies abroad, or far out in the wild.</summary>
    public bool IsFarAway => IsNowhere && At is { Near: null };

    /// <summary>A disturbance of that network goes on at the place.</summary>
    public bool IsDisturbed(string network) =>
        Here.Any(line => line.Facts is { Kind: IncidentKind.Outage, State: IncidentState.Current } && line.MobileNetworks.Contains(network));

    public string Link(MobileGeneration generation) => $"{Path}?view=mobile&net={generation.Key()}{(Sought is null ? "" : $"&place={Uri.EscapeDataString(Sought)}")}{(At is { } at ? Point(at.Latitude, at.Longitude) : "")}#network";

    public string Link(PlaceFound place) => $"{Path}?view=mobile&net={Generation.Key()}&place={Uri.EscapeDataString(place.Name)}{Point(place.Latitude, place.Longitude)}#network";

    public static string Words(PlaceFound place) => string.Join(", ", new[] { place.Municipality == place.Name ? "" : place.Municipality, place.County }.Where(part => part.Length > 0));

    public static string Level(CoverageLevel? level) => Text.Get(level is { } known ? $"Network.Level.{known}" : "Network.Level.Unknown");

    public static string Degrees(double degrees) => degrees.ToString(CultureInfo.InvariantCulture);

    private static string Point(double latitude, double longitude) => $"&lat={Degrees(latitude)}&lon={Degrees(longitude)}";
}
