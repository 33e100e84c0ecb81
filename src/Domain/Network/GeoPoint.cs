namespace Connect.Domain.Network;

/// <summary>A place on the earth in degrees, WGS 84.</summary>
public readonly record struct GeoPoint(double Longitude, double Latitude)
{
    /// <summary>Sweden and what is around it: what lies outside is taken for a mistake, such as latitude and longitude changed round.</summary>
    public bool IsNearSweden => Longitude is >= 4 and <= 32 && Latitude is >= 53 and <= 72;
}

/// <summary>The smallest upright rectangle around a shape.</summary>
public readonly record struct GeoBox(double West, double South, double East, double North)
{
    public bool Contains(GeoPoint point) => point.Longitude >= West && point.Longitude <= East && point.Latitude >= South && point.Latitude <= North;

    public static GeoBox Of(IEnumerable<GeoPoint> points) => points.Aggregate(new GeoBox(180, 90, -180, -90), (box, point) => new(
        Math.Min(box.West, point.Longitude), Math.Min(box.South, point.Latitude), Math.Max(box.East, point.Longitude), Math.Max(box.North, point.Latitude)));
}
