using System.Text.Json;
using System.Text.Json.Nodes;
using Connect.Domain.Network;
using Connect.Infrastructure.Network;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Demo;

/// <summary>Coverage over Sweden: around localities, farther for older networks, and never past the border or far out at sea.</summary>
internal static class DemoCoverage
{
    private const int Corners = 24;
    private const double Apart = 24, Farthest = 60;

    private static readonly HashSet<string> Cities = ["Stockholm", "Göteborg", "Malmö", "Uppsala", "Västerås", "Örebro", "Linköping", "Helsingborg", "Jönköping", "Norrköping", "Umeå", "Gävle", "Borås", "Sundsvall",
        "Luleå", "Karlstad", "Växjö", "Kalmar", "Östersund", "Visby", "Skellefteå", "Falun", "Kiruna", "Härnösand", "Eskilstuna", "Åre", "Halmstad", "Karlskrona"];

    // Kilometres from a locality: basic, good and very good.
    private static readonly Dictionary<MobileGeneration, double[]> Reaches = new()
    {
        [MobileGeneration.Second] = [58, 42, 24],
        [MobileGeneration.Third] = [46, 31, 15],
        [MobileGeneration.Fourth] = [54, 39, 21],
        [MobileGeneration.FourthPlus] = [36, 24, 12],
        [MobileGeneration.Fifth] = [28, 17, 9],
    };

    private static readonly Lazy<List<(GeoBox Box, GeoShape Shape)>> Land = new(() =>
    {
        using var stream = typeof(DemoCoverage).Assembly.GetManifestResourceStream("Connect.Counties")!;
        using var json = JsonDocument.Parse(stream);
        return [.. json.RootElement.GetProperty("features").EnumerateArray().Select(county => GeoJson.Parse(county.GetProperty("geometry").GetRawText())).Select(shape => (shape.Box, shape))];
    });

    private static readonly Lazy<IReadOnlyList<(GeoPoint At, double[] Border)>> Masts = new(() => [.. Spread().Select(at => (at, Borders(at)))]);

    public static void WriteTo(CsvFolder folder) => folder.WriteFeatures(Kinds.Coverage, Reaches.SelectMany(one => new[] { CoverageLevel.Basic, CoverageLevel.Good, CoverageLevel.VeryGood }
        .Select((level, i) => Feature(one.Key, level, one.Value[i]))));

    private static JsonObject Feature(MobileGeneration generation, CoverageLevel level, double reach)
    {
        var random = new DemoWave((int)generation * 7 + (int)level);
        var areas = Masts.Value.Select((mast, i) => (JsonNode)new JsonArray(new JsonArray([.. Around(mast, reach, random, i)]))).ToArray();
        return new()
        {
            ["type"] = "Feature",
            ["id"] = $"{generation.Key()}-{Choices<CoverageLevel>.Spelled(level)}",
            ["properties"] = new JsonObject { ["network"] = generation.Name(), ["level"] = Choices<CoverageLevel>.Spelled(level) },
            ["geometry"] = new JsonObject { ["type"] = "MultiPolygon", ["coordinates"] = new JsonArray(areas) },
        };
    }

    private static IEnumerable<JsonNode> Around((GeoPoint At, double[] Border) mast, double reach, DemoWave wave, int index) => Enumerable.Range(0, Corners + 1).Select(i => i % Corners).Select(corner =>
    {
        var at = Moved(mast.At, corner, Math.Min(reach * wave.At(index, corner), mast.Border[corner]));
        return (JsonNode)new JsonArray(Math.Round(at.Longitude, 4), Math.Round(at.Latitude, 4));
    });

    // Cities first, then localities that lie apart: the towns around a city need no mast of their own.
    private static List<GeoPoint> Spread()
    {
        var chosen = new List<GeoPoint>();
        foreach (var place in Localities.All.OrderBy(place => Cities.Contains(place.Name) ? 0 : 1).ThenBy(place => place.Point.Latitude).Select(place => place.Point))
            if (chosen.TrueForAll(other => Localities.Kilometres(other, place) > Apart)) chosen.Add(place);
        return chosen;
    }

    // How far it is to the border in each direction, at most as far as any network reaches.
    private static double[] Borders(GeoPoint at)
    {
        const double step = 3, shore = 5;
        return [.. Enumerable.Range(0, Corners).Select(corner =>
        {
            var far = step;
            while (far < Farthest && Land.Value.Exists(area => area.Box.Contains(Moved(at, corner, far)) && area.Shape.Contains(Moved(at, corner, far)))) far += step;
            return far + shore - step;
        })];
    }

    private static GeoPoint Moved(GeoPoint from, int corner, double kilometres)
    {
        const double degree = 111.2;
        var angle = corner * Math.Tau / Corners;
        return new(from.Longitude + Math.Cos(angle) * kilometres / (degree * Math.Cos(from.Latitude * Math.PI / 180)), from.Latitude + Math.Sin(angle) * kilometres / degree);
    }
}

/// <summary>Makes circles look like land: each direction reaches a little more or less far, the same each time.</summary>
internal readonly record struct DemoWave(int Seed)
{
    public double At(int index, int corner) => .82 + .18 * Math.Sin(corner * .52 * (1 + index % 3) + index * 1.7 + Seed) * Math.Cos(index + corner * .26);
}
