using Connect.Application.Network;
using Connect.Domain.Network;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Network;

internal sealed class GetCoverageAtHandler(DbSession db) : IRequestHandler<GetCoverageAt, CoverageAt>
{
    private static readonly Stmt SelectLoaded = "SELECT Generation FROM CoverageLayer";

    private static readonly Stmt SelectAreas = """
        SELECT Id, Generation, Level FROM CoverageArea WHERE West <= @x AND East >= @x AND South <= @y AND North >= @y ORDER BY Generation, Level DESC
        """;

    // Areas are large: they are read one by one, the best first, until one holds the point.
    private static readonly Stmt SelectGeometry = "SELECT Geometry FROM CoverageArea WHERE Id = @id";

    public async Task<CoverageAt> Handle(GetCoverageAt request, CancellationToken cancellationToken)
    {
        var point = new GeoPoint(request.Longitude, request.Latitude);
        var best = (await db.ListAsync<MobileGeneration>(SelectLoaded, null, cancellationToken)).ToDictionary(generation => generation, _ => CoverageLevel.None);
        foreach (var area in await db.ListAsync<AreaRow>(SelectAreas, new { x = Coverage.Stored(point.Longitude), y = Coverage.Stored(point.Latitude) }, cancellationToken))
        {
            if (best.TryGetValue(area.Generation, out var level) && level < area.Level && await ContainsAsync(area.Id, point, cancellationToken)) best[area.Generation] = area.Level;
        }

        return new(request.Latitude, request.Longitude, Localities.Near(point)?.Name,
            [.. MobileGenerations.All.Select(generation => new NetworkCoverage(generation.Name(), best.TryGetValue(generation, out var level) ? level : null))]);
    }

    private async Task<bool> ContainsAsync(Guid area, GeoPoint point, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<string>(SelectGeometry, new { id = area }, cancellation) is { } geometry && GeoJson.Parse(geometry).Contains(point);

    private sealed record AreaRow
    {
        public Guid Id { get; init; }
        public MobileGeneration Generation { get; init; }
        public CoverageLevel Level { get; init; }
    }
}
