using Connect.Application.Network;
using Connect.Domain.Network;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Network;

internal sealed class GetCoverageAtHandler(DbSession db) : IRequestHandler<GetCoverageAt, CoverageAt>
{
    private static readonly Stmt SelectLoaded = "SELECT Generation FROM CoverageLayer";

    private static readonly Stmt SelectAreas = """
        SELECT Generation, Level, Geometry FROM CoverageArea WHERE West <= @x AND East >= @x AND South <= @y AND North >= @y ORDER BY Generation, Level DESC
        """;

    public async Task<CoverageAt> Handle(GetCoverageAt request, CancellationToken cancellationToken)
    {
        var point = new GeoPoint(request.Longitude, request.Latitude);
        var best = (await db.ListAsync<MobileGeneration>(SelectLoaded, null, cancellationToken)).ToDictionary(generation => generation, _ => CoverageLevel.None);
        foreach (var area in await db.ListAsync<AreaRow>(SelectAreas, new { x = Coverage.Stored(point.Longitude), y = Coverage.Stored(point.Latitude) }, cancellationToken))
        {
            if (best.TryGetValue(area.Generation, out var level) && level < area.Level && GeoJson.Parse(area.Geometry).Contains(point)) best[area.Generation] = area.Level;
        }

        return new(request.Latitude, request.Longitude, Localities.Near(point)?.Name,
            [.. MobileGenerations.All.Select(generation => new NetworkCoverage(generation.Name(), best.TryGetValue(generation, out var level) ? level : null))]);
    }

    private sealed record AreaRow
    {
        public MobileGeneration Generation { get; init; }
        public CoverageLevel Level { get; init; }
        public string Geometry { get; init; } = "";
    }
}
