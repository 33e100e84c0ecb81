using Connect.Domain.Monitoring;
using Connect.Infrastructure.Monitoring;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Demo;

/// <summary>
/// Measures the demo's lines on, since no network does: each five minutes as those of a week before, and what is down for a day. After a week of standing still there is
/// nothing to go by, and a line's state is unknown.
/// </summary>
internal sealed class DemoMeter(DbSession db, TimeProvider clock)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private static readonly Stmt SelectLines = """
        SELECT m.SubscriptionSeq, m.SampledAt, m.IsUp, m.Since, s.ExternalId AS Service, o.ExternalId AS Organisation
        FROM MonitoringState m JOIN Subscription s ON s.Seq = m.SubscriptionSeq JOIN Organisation o ON o.Id = s.OrganisationId
        WHERE o.ExternalId IN @organisations
        """;

    /// <returns>Rows of <see cref="DemoMonitoring.Columns"/>: what has been measured since the last of them.</returns>
    public async Task<IReadOnlyList<string?[]>> SinceAsync(IEnumerable<string> organisations, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var rows = new List<string?[]>();
        foreach (var line in await db.ListAsync<Line>(SelectLines, new { organisations }, cancellation))
        {
            var stretch = new { seq = line.SubscriptionSeq, from = line.SampledAt.AddTicks(1) - Week, to = now.AddMinutes(-5).AddTicks(1) - Week };
            var before = await db.ListAsync<MonitoringPoint>(MonitoringRows.Samples.Select, stretch, cancellation);
            rows.AddRange(before.Select(point => DemoMonitoring.Row(line.Organisation, line.Service, line.IsDownAt(point.At + Week) ? Down(point.At + Week) : point with { At = point.At + Week }, null)));
        }

        return rows;
    }

    public static MonitoringPoint Down(DateTimeOffset at) => new() { At = at, InBits = 0, OutBits = 0, Loss = MonitoringPoint.Whole, Availability = 0 };

    private sealed record Line
    {
        public long SubscriptionSeq { get; init; }
        public DateTimeOffset SampledAt { get; init; }
        public bool IsUp { get; init; }
        public DateTimeOffset Since { get; init; }
        public string Service { get; init; } = "";
        public string Organisation { get; init; } = "";

        public bool IsDownAt(DateTimeOffset at) => !IsUp && at < Since.AddDays(1);
    }
}
