namespace Connect.Domain.Monitoring;

/// <summary>Makes hours and days of what was measured.</summary>
public static class MonitoringRollUp
{
    /// <summary>One point a stretch that something was measured in, oldest first.</summary>
    public static IReadOnlyList<MonitoringPoint> Of(IEnumerable<MonitoringPoint> points, MonitoringResolution resolution) =>
        [.. points.GroupBy(point => resolution.StartOf(point.At)).OrderBy(stretch => stretch.Key).Select(stretch => MonitoringPoint.Of(stretch.Key, [.. stretch]))];

    /// <summary>
    /// What of the made points is to be stored. One that is made of fewer measurements than the stored one is not: the others are not kept
    /// any more, and the stored one still tells of them.
    /// </summary>
    public static IReadOnlyList<MonitoringPoint> Better(IEnumerable<MonitoringPoint> made, IEnumerable<MonitoringPoint> stored)
    {
        var known = stored.ToDictionary(point => point.At);
        return [.. made.Where(point => !known.TryGetValue(point.At, out var before) || (point.Samples >= before.Samples && point != before))];
    }

    /// <summary>Of what a day is made: its five minutes, or its hours where those tell of more.</summary>
    public static IReadOnlyList<MonitoringPoint> Richer(IReadOnlyList<MonitoringPoint> samples, IReadOnlyList<MonitoringPoint> hours) =>
        samples.Count >= hours.Sum(hour => hour.Samples) ? samples : hours;
}
