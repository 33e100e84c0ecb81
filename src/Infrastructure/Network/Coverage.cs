using System.Security.Cryptography;
using System.Text;
using Connect.Domain.Network;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Network;

/// <summary>Makes of the areas that were loaded the layers that maps show.</summary>
internal sealed class Coverage(DbSession db, TimeProvider clock)
{
    /// <summary>What a layer may be drawn with: some hundred kilobytes, a fourth of that compressed.</summary>
    private const int MostPositions = 16_000;

    // A hundred metres to begin with, and for what is drawn in more detail than a browser should load more and more.
    private const double Finest = .001, Coarsest = .1;
    private const int Decimals = 3, Millionths = 1_000_000;

    private static readonly Stmt SelectAreas = "SELECT Level, Geometry FROM CoverageArea WHERE Generation = @generation ORDER BY Level, Id";
    private static readonly Stmt Upsert = Stmt.Upsert("CoverageLayer", ["Generation"], ["Content", "ContentHash", "MadeAt"]);
    private static readonly Stmt Delete = "DELETE FROM CoverageLayer WHERE Generation = @generation";

    public static int Stored(double degrees) => (int)Math.Round(degrees * Millionths);

    /// <returns>What writes the layer; run in a transaction.</returns>
    public async Task<Func<Task>> MakeAsync(MobileGeneration generation, CancellationToken cancellation)
    {
        var levels = new SortedDictionary<CoverageLevel, List<GeoPolygon>>();
        await foreach (var area in db.StreamAsync<AreaRow>(SelectAreas, new { generation = (int)generation }, cancellation))
        {
            if (!levels.TryGetValue(area.Level, out var polygons)) levels[area.Level] = polygons = [];
            polygons.AddRange(GeoJson.Parse(area.Geometry).Simplified(Finest).Polygons);
        }

        if (levels.Count == 0) return () => db.ExecuteAsync(Delete, new { generation = (int)generation }, cancellation);
        var content = Write(Light(levels));
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..32];
        return () => db.ExecuteAsync(Upsert, new { Generation = (int)generation, Content = content, ContentHash = hash, MadeAt = clock.GetUtcNow() }, cancellation);
    }

    private static List<(CoverageLevel Level, GeoShape Shape)> Light(SortedDictionary<CoverageLevel, List<GeoPolygon>> levels)
    {
        List<(CoverageLevel Level, GeoShape Shape)> shapes = [.. levels.Select(level => (level.Key, new GeoShape([], level.Value)))];
        for (var tolerance = Finest * 2; tolerance <= Coarsest && shapes.Sum(one => one.Shape.PositionCount) > MostPositions; tolerance *= 2)
            shapes = [.. shapes.Select(one => (one.Level, one.Shape.Simplified(tolerance)))];
        return shapes;
    }

    private static string Write(IEnumerable<(CoverageLevel Level, GeoShape Shape)> shapes) =>
        "{\"type\":\"FeatureCollection\",\"features\":["
        + string.Join(',', shapes.Where(one => one.Shape.IsArea).Select(one => $"{{\"type\":\"Feature\",\"properties\":{{\"level\":\"{Operator.Import.Choices<CoverageLevel>.Spelled(one.Level)}\"}},\"geometry\":{GeoJson.Write(one.Shape, Decimals)}}}"))
        + "]}";

    private sealed record AreaRow
    {
        public CoverageLevel Level { get; init; }
        public string Geometry { get; init; } = "";
    }
}
