namespace Connect.Domain.Network;

/// <summary>Closed line, its first point also its last.</summary>
/// <param name="Points">At least four.</param>
public sealed record GeoRing(IReadOnlyList<GeoPoint> Points)
{
    /// <summary>True within the ring (even–odd rule).</summary>
    public bool Contains(GeoPoint point)
    {
        var isInside = false;
        for (var (i, j) = (0, Points.Count - 1); i < Points.Count; j = i++)
        {
            var (a, b) = (Points[i], Points[j]);
            if (a.Latitude > point.Latitude != b.Latitude > point.Latitude
                && point.Longitude < (b.Longitude - a.Longitude) * (point.Latitude - a.Latitude) / (b.Latitude - a.Latitude) + a.Longitude) isInside = !isInside;
        }

        return isInside;
    }
}

/// <summary>An area: the first ring is its border, the others are holes in it.</summary>
public sealed record GeoPolygon(IReadOnlyList<GeoRing> Rings)
{
    public bool Contains(GeoPoint point) => Rings[0].Contains(point) && !Rings.Skip(1).Any(hole => hole.Contains(point));
}

/// <summary>Points or areas on the map, as GeoJSON has them (RFC 7946: Point, MultiPoint, Polygon, MultiPolygon).</summary>
public sealed record GeoShape(IReadOnlyList<GeoPoint> Points, IReadOnlyList<GeoPolygon> Polygons)
{
    /// <summary>True for what covers an area, and not only points out places.</summary>
    public bool IsArea => Polygons.Count > 0;

    public GeoBox Box => GeoBox.Of(Positions);

    /// <summary>How many positions it is written with.</summary>
    public int PositionCount => Points.Count + Polygons.Sum(polygon => polygon.Rings.Sum(ring => ring.Points.Count));

    public IEnumerable<GeoPoint> Positions => Points.Concat(Polygons.SelectMany(polygon => polygon.Rings).SelectMany(ring => ring.Points));

    /// <summary>True where the point lies within one of the areas.</summary>
    public bool Contains(GeoPoint point) => Polygons.Any(polygon => polygon.Contains(point));
}
