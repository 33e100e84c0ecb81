using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Connect.Domain.Network;

/// <summary>Reads and writes the geometries of GeoJSON (RFC 7946).</summary>
public static class GeoJson
{
    /// <summary>Decimals kept: a tenth of a metre.</summary>
    public const int Decimals = 6;

    private const int LeastOfRing = 4;

    /// <param name="geometry">The geometry object.</param>
    /// <param name="problem">Code of what is wrong with it; null when it was read.</param>
    public static bool TryRead(JsonElement geometry, out GeoShape shape, out string? problem)
    {
        shape = new([], []);
        try
        {
            shape = Read(geometry);
            problem = shape.PositionCount == 0 ? "GeometryEmpty" : shape.Positions.All(point => point.IsNearSweden) ? null : "GeometryElsewhere";
        }
        catch (GeoJsonException wrong)
        {
            problem = wrong.Code;
        }

        return problem is null;
    }

    /// <summary>What <see cref="Write"/> has written.</summary>
    public static GeoShape Parse(string geometry)
    {
        using var json = JsonDocument.Parse(geometry);
        return Read(json.RootElement);
    }

    /// <param name="decimals">Of the degrees.</param>
    public static string Write(GeoShape shape, int decimals = Decimals)
    {
        var text = new StringBuilder();
        var (type, isSingle) = shape.IsArea ? ("Polygon", shape.Polygons.Count == 1) : ("Point", shape.Points.Count == 1);
        text.Append("{\"type\":\"").Append(isSingle ? "" : "Multi").Append(type).Append("\",\"coordinates\":");
        if (!isSingle) text.Append('[');
        if (shape.IsArea) Join(text, shape.Polygons, polygon => Listed(text, polygon.Rings, ring => Listed(text, ring.Points, point => Append(text, point, decimals))));
        else Join(text, shape.Points, point => Append(text, point, decimals));
        return text.Append(isSingle ? "}" : "]}").ToString();
    }

    private static GeoShape Read(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
            || !geometry.TryGetProperty("coordinates", out var at)) throw new GeoJsonException("NotGeometry");
        return type.GetString() switch
        {
            "Point" => new([Point(at)], []),
            "MultiPoint" => new([.. Many(at).Select(Point)], []),
            "Polygon" => new([], [Polygon(at)]),
            "MultiPolygon" => new([], [.. Many(at).Select(Polygon)]),
            _ => throw new GeoJsonException("GeometryType"),
        };
    }

    private static GeoPolygon Polygon(JsonElement rings) =>
        Many(rings).Select(Ring).ToList() is { Count: > 0 } read ? new(read) : throw new GeoJsonException("GeometryEmpty");

    private static GeoRing Ring(JsonElement points)
    {
        var read = Many(points).Select(Point).ToList();
        if (read.Count < LeastOfRing || read[0] != read[^1]) throw new GeoJsonException("GeometryRing");
        return new(read);
    }

    // A third number, the height, is left out.
    private static GeoPoint Point(JsonElement position)
    {
        var numbers = Many(position).ToList();
        if (numbers.Count is < 2 or > 3) throw new GeoJsonException("GeometryPosition");
        return new(Degrees(numbers[0], 180), Degrees(numbers[1], 90));
    }

    private static double Degrees(JsonElement number, double most) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var value) && Math.Abs(value) <= most ? Math.Round(value, Decimals) : throw new GeoJsonException("GeometryPosition");

    private static JsonElement.ArrayEnumerator Many(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new GeoJsonException("GeometryPosition");

    private static void Listed<T>(StringBuilder text, IReadOnlyList<T> parts, Action<T> append)
    {
        text.Append('[');
        Join(text, parts, append);
        text.Append(']');
    }

    private static void Join<T>(StringBuilder text, IReadOnlyList<T> parts, Action<T> append)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) text.Append(',');
            append(parts[i]);
        }
    }

    private static void Append(StringBuilder text, GeoPoint point, int decimals) => text.Append('[').Append(Written(point.Longitude, decimals)).Append(',').Append(Written(point.Latitude, decimals)).Append(']');

    private static string Written(double degrees, int decimals) => Math.Round(degrees, decimals).ToString(CultureInfo.InvariantCulture);

    private sealed class GeoJsonException(string code) : Exception(code)
    {
        public string Code { get; } = code;
    }
}
