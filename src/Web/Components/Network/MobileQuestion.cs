using System.Globalization;
using Connect.Application.Network;
using Connect.Domain.Network;
using MediatR;

namespace Connect.Web.Components.Network;

/// <summary>What an address asks of Mobilnätet, and the answer to it. What it says wrongly is not asked.</summary>
public sealed class MobileQuestion(IMediator mediator)
{
    public async Task<MobileFace> AnswerAsync(IQueryCollection query, string path, CancellationToken cancellation)
    {
        var generation = MobileGenerations.Find(query["net"]) ?? MobileGeneration.Fifth;
        var sought = query["place"].ToString().Trim() is { Length: > 0 } text ? text : null;
        var places = sought is null ? [] : await mediator.Send(new SearchPlaces(sought), cancellation);
        var point = PointOf(query["lat"], query["lon"]) ?? Only(places, sought);
        if (point is not { } place) return new(generation, path, sought, places, null, []);
        if (!place.IsNearSweden) return new(generation, path, sought, places, Abroad(place), []);
        var here = await mediator.Send(new ListIncidents(At: place), cancellation);
        return new(generation, path, sought, places, await mediator.Send(new GetCoverageAt(place.Latitude, place.Longitude), cancellation), [.. here.Where(line => line.Facts.State != IncidentState.Ended)]);
    }

    // The map can be moved farther than the network reaches.
    private static CoverageAt Abroad(GeoPoint place) =>
        new(place.Latitude, place.Longitude, null, [.. MobileGenerations.All.Select(generation => new NetworkCoverage(generation.Name(), CoverageLevel.None))]);

    /// <summary>A place on earth; null for what is none.</summary>
    public static GeoPoint? PointOf(string? latitude, string? longitude) =>
        double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var lat) && double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var lon)
            && Math.Abs(lat) <= 90 && Math.Abs(lon) <= 180 ? new(lon, lat) : null;

    // The only one that was found, or the only one that is called just so.
    private static GeoPoint? Only(IReadOnlyList<PlaceFound> places, string? sought)
    {
        var same = places.Where(place => place.Name.Equals(sought, StringComparison.OrdinalIgnoreCase)).ToList();
        var only = same.Count == 1 ? same[0] : places.Count == 1 ? places[0] : null;
        return only is null ? null : new(only.Longitude, only.Latitude);
    }
}
