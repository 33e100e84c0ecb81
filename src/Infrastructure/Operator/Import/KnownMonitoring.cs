using Connect.Domain.Monitoring;
using Connect.Infrastructure.Monitoring;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>
/// What the database has of the measurements in a load. One of five minutes that is newer than the service's newest is taken for new
/// without looking, which is nearly all that a load brings.
/// </summary>
internal sealed class KnownMonitoring(DbSession db)
{
    private const int AtOnce = 400;
    private static readonly Stmt SelectSubscriptions = "SELECT Id, Seq FROM Subscription WHERE Kind IN (1, 2)";
    private static readonly Stmt SelectNewest = "SELECT SubscriptionSeq, SampledAt FROM MonitoringState";

    private static readonly Stmt SelectStates = new(
        "SELECT SubscriptionSeq, IsUp, Since, SampledAt FROM MonitoringState WHERE SubscriptionSeq IN @seqs",
        "SELECT SubscriptionSeq, IsUp, Since, SampledAt FROM MonitoringState WITH (UPDLOCK) WHERE SubscriptionSeq IN @seqs");

    private static readonly Stmt SelectTurn = """
        SELECT t.Oldest, t.Newest, t.LastUp, (SELECT MIN(s.At) FROM MonitoringSample s WHERE s.SubscriptionSeq = @seq
            AND s.At > CASE WHEN t.LastUp > t.LastDown THEN t.LastDown WHEN t.LastDown > t.LastUp THEN t.LastUp END) AS TurnedAt
        FROM (
            SELECT MIN(m.At) AS Oldest, MAX(m.At) AS Newest, MAX(CASE WHEN m.Availability > 0 THEN m.At END) AS LastUp,
                MAX(CASE WHEN m.Availability = 0 THEN m.At END) AS LastDown
            FROM MonitoringSample m WHERE m.SubscriptionSeq = @seq
        ) t
        """;

    private static readonly Stmt WriteState = Stmt.Upsert("MonitoringState", ["SubscriptionSeq"], ["IsUp", "Since", "SampledAt"]);

    private Dictionary<Guid, long> _services = [];
    private Dictionary<long, DateTimeOffset> _newest = [];

    public async Task LoadAsync(CancellationToken cancellation)
    {
        _services = (await db.ListAsync<Service>(SelectSubscriptions, null, cancellation)).ToDictionary(s => s.Id, s => s.Seq);
        _newest = (await db.ListAsync<StateRow>(SelectNewest, null, cancellation)).ToDictionary(s => s.SubscriptionSeq, s => s.SampledAt);
    }

    /// <summary>Null for a service that cannot be monitored.</summary>
    public long? Seq(Guid subscription) => _services.TryGetValue(subscription, out var seq) ? seq : null;

    /// <summary>Tells new rows from changed ones; those that are as stored fall away. Of two for the same stretch the later holds.</summary>
    public async Task<MonitoringDifference> CompareAsync(List<MonitoringRow> rows, bool lookUpAll, CancellationToken cancellation)
    {
        var given = new Dictionary<(long, MonitoringResolution, DateTimeOffset), MonitoringRow>(rows.Count);
        foreach (var row in rows) given[row.Key] = row;
        var stored = new Dictionary<(long, MonitoringResolution, DateTimeOffset), MonitoringRow>();
        foreach (var group in given.Values.Where(row => lookUpAll || MayBeKnown(row)).GroupBy(row => (row.Seq, row.Resolution)))
        {
            var stretch = new { seq = group.Key.Seq, from = group.Min(row => row.Point.At), to = group.Max(row => row.Point.At).AddTicks(1) };
            foreach (var point in await db.ListAsync<MonitoringPoint>(MonitoringRows.Of(group.Key.Resolution).Select, stretch, cancellation))
            {
                var row = new MonitoringRow(group.Key.Seq, group.Key.Resolution, point);
                stored[row.Key] = row;
            }
        }

        return new(
            [.. given.Where(g => !stored.ContainsKey(g.Key)).Select(g => g.Value)],
            [.. given.Where(g => stored.TryGetValue(g.Key, out var before) && before != g.Value).Select(g => g.Value)]);
    }

    /// <summary>What has been written is known from now on.</summary>
    public void Written(IEnumerable<MonitoringRow> rows)
    {
        foreach (var row in rows.Where(IsRaw))
            if (!_newest.TryGetValue(row.Seq, out var newest) || row.Point.At > newest) _newest[row.Seq] = row.Point.At;
    }

    /// <summary>In the transaction, after the rows: how each service is now, and since when.</summary>
    public async Task WriteStatesAsync(MonitoringDifference difference, CancellationToken cancellation)
    {
        var touched = difference.All.Where(IsRaw).GroupBy(row => row.Seq).ToDictionary(group => group.Key, group => group.Select(row => row.Point).OrderBy(point => point.At).ToList());
        var changed = difference.Changed.Where(IsRaw).Select(row => row.Seq).ToHashSet();
        var states = new List<object>(touched.Count);
        var before = new Dictionary<long, MonitoringState>();
        foreach (var part in touched.Keys.Chunk(AtOnce))
            foreach (var row in await db.ListAsync<StateRow>(SelectStates, new { seqs = part }, cancellation)) before[row.SubscriptionSeq] = new(row.IsUp, row.Since, row.SampledAt);
        foreach (var (seq, points) in touched)
        {
            var known = before.GetValueOrDefault(seq);
            var state = changed.Contains(seq) || (known is not null && points[0].At <= known.SampledAt)
                ? MonitoringState.Of(known, (await db.FirstOrDefaultAsync<MonitoringTurn>(SelectTurn, new { seq }, cancellation))!)
                : points.Aggregate(known, MonitoringState.After)!;
            if (state != known) states.Add(new { SubscriptionSeq = seq, state.IsUp, state.Since, state.SampledAt });
        }

        if (states.Count > 0) await db.ExecuteAsync(WriteState, states, cancellation);
    }

    private static bool IsRaw(MonitoringRow row) => row.Resolution == MonitoringResolution.FiveMinutes;

    private bool MayBeKnown(MonitoringRow row) => !IsRaw(row) || (_newest.TryGetValue(row.Seq, out var newest) && row.Point.At <= newest);

    private sealed record Service
    {
        public required Guid Id { get; init; }
        public required long Seq { get; init; }
    }

    private sealed record StateRow
    {
        public long SubscriptionSeq { get; init; }
        public bool IsUp { get; init; }
        public DateTimeOffset Since { get; init; }
        public DateTimeOffset SampledAt { get; init; }
    }
}

/// <summary>A measurement of a service.</summary>
internal sealed record MonitoringRow(long Seq, MonitoringResolution Resolution, MonitoringPoint Point)
{
    public (long, MonitoringResolution, DateTimeOffset) Key => (Seq, Resolution, Point.At);
}

internal sealed record MonitoringDifference(IReadOnlyList<MonitoringRow> Added, IReadOnlyList<MonitoringRow> Changed)
{
    public bool IsNone => Added.Count + Changed.Count == 0;

    public IEnumerable<MonitoringRow> All => Added.Concat(Changed);
}
