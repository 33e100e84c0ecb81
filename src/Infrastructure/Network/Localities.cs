using System.Globalization;
using Connect.Domain.Network;

namespace Connect.Infrastructure.Network;

/// <param name="Municipality">Empty where the source does not say.</param>
internal sealed record LocalityRow(string Name, string Municipality, string County, GeoPoint Point);

/// <summary>The localities of Sweden: GeoNames (geonames.org, CC BY 4.0); <c>Geo/convert.mjs</c> says how the file was made.</summary>
internal static class Localities
{
    private static readonly Lazy<IReadOnlyList<LocalityRow>> Read = new(() => [.. Lines().Skip(1).Select(Parse)]);

    public static IReadOnlyList<LocalityRow> All => Read.Value;

    /// <summary>Names of those within the areas and of the nearest to each of the points, each once.</summary>
    public static IReadOnlyList<string> At(GeoShape shape)
    {
        var box = shape.Box;
        var within = shape.IsArea ? All.Where(place => box.Contains(place.Point) && shape.Contains(place.Point)) : [];
        return [.. within.Concat(shape.Points.Select(Near).OfType<LocalityRow>()).Select(place => place.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The nearest within thirty kilometres.</summary>
    public static LocalityRow? Near(GeoPoint point)
    {
        const double far = 30;
        return All.Select(place => (place, distance: Kilometres(place.Point, point))).Where(found => found.distance <= far).OrderBy(found => found.distance).FirstOrDefault().place;
    }

    /// <summary>Over short distances: the earth is taken for flat.</summary>
    public static double Kilometres(GeoPoint one, GeoPoint other)
    {
        const double degree = 111.2;
        var shrink = Math.Cos((one.Latitude + other.Latitude) / 2 * Math.PI / 180);
        return degree * double.Hypot((one.Longitude - other.Longitude) * shrink, one.Latitude - other.Latitude);
    }

    private static LocalityRow Parse(string line)
    {
        var fields = line.Split(';');
        return new(fields[0], fields[1], fields[2], new(double.Parse(fields[4], CultureInfo.InvariantCulture), double.Parse(fields[3], CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(typeof(Localities).Assembly.GetManifestResourceStream("Connect.Localities")!);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return line;
    }
}
