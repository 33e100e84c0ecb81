namespace Connect.Domain.Network;

/// <summary>Makes areas lighter: fewer points, where those left out lie hardly beside the line that is left (Ramer–Douglas–Peucker).</summary>
public static class GeoSimplification
{
    /// <param name="tolerance">Degrees of latitude that a point may lie beside the line; what is smaller than that goes altogether.</param>
    public static GeoShape Simplified(this GeoShape shape, double tolerance) =>
        new([], [.. shape.Polygons.Select(polygon => Simplified(polygon, tolerance)).OfType<GeoPolygon>()]);

    /// <summary>Lighter step by step until it has no more positions than that, as far as it goes without leaving an area out. Points stay.</summary>
    public static GeoShape Lightened(this GeoShape shape, int mostPositions)
    {
        const double finest = .0005, coarsest = .1;
        for (var tolerance = finest; tolerance <= coarsest && shape.PositionCount > mostPositions; tolerance *= 2)
        {
            var beside = tolerance;
            shape = shape with { Polygons = [.. shape.Polygons.Select(polygon => Simplified(polygon, beside) ?? polygon)] };
        }

        return shape;
    }

    private static GeoPolygon? Simplified(GeoPolygon polygon, double tolerance)
    {
        var rings = polygon.Rings.Select((ring, i) => Simplified(ring, tolerance, isHole: i > 0)).ToList();
        return rings[0] is null ? null : new([.. rings.OfType<GeoRing>()]);
    }

    // Borders go round against the clock and holes with it (RFC 7946, 3.1.6), so that overlapping areas can be drawn as one.
    private static GeoRing? Simplified(GeoRing ring, double tolerance, bool isHole)
    {
        var kept = Kept(ring.Points, tolerance);
        var points = ring.Points.Where((_, i) => kept[i]).ToList();
        if (points.Count < 4) return null;
        if (Area(points) > 0 == isHole) points.Reverse();
        return new(points);
    }

    private static bool[] Kept(IReadOnlyList<GeoPoint> points, double tolerance)
    {
        var kept = new bool[points.Count];
        kept[0] = kept[^1] = true;
        var open = new Stack<(int From, int To)>([(0, points.Count - 1)]);
        while (open.TryPop(out var part))
        {
            var (farthest, at) = (tolerance, -1);
            for (var i = part.From + 1; i < part.To; i++)
                if (Distance(points[i], points[part.From], points[part.To]) is var distance && distance > farthest) (farthest, at) = (distance, i);
            if (at < 0) continue;
            kept[at] = true;
            open.Push((part.From, at));
            open.Push((at, part.To));
        }

        return kept;
    }

    // A degree of longitude is about half as long as one of latitude up here.
    private static double Distance(GeoPoint point, GeoPoint from, GeoPoint to)
    {
        const double shrink = .5;
        var (dx, dy) = ((to.Longitude - from.Longitude) * shrink, to.Latitude - from.Latitude);
        var (px, py) = ((point.Longitude - from.Longitude) * shrink, point.Latitude - from.Latitude);
        var length = dx * dx + dy * dy;
        var along = length == 0 ? 0 : Math.Clamp((px * dx + py * dy) / length, 0, 1);
        return double.Hypot(px - along * dx, py - along * dy);
    }

    private static double Area(List<GeoPoint> points)
    {
        var sum = 0.0;
        for (var i = 1; i < points.Count; i++) sum += points[i - 1].Longitude * points[i].Latitude - points[i].Longitude * points[i - 1].Latitude;
        return sum;
    }
}
