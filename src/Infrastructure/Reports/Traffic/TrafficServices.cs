using Connect.Application.Reports;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports.Traffic;

/// <summary>The services of a traffic report, and about how much traffic they have.</summary>
internal sealed class TrafficServices(DbSession db)
{
    private static readonly Stmt SelectById = $"SELECT s.Seq, {ServiceSql.Named} FROM Subscription s WHERE {ServiceSql.HasTraffic} AND s.Id = @id";

    private static readonly Stmt SelectMonths = """
        SELECT m.Month, SUM(m.Records) AS Records FROM UsageMonth m
        INNER JOIN Account a ON a.Seq = m.AccountSeq
        WHERE m.SubscriptionSeq = @seq AND m.Month >= @first AND m.Month <= @last AND a.OrganisationId = @organisationId
            AND (@isRoot = 1 OR EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id))
        GROUP BY m.Month
        """;

    /// <summary>The services of the report that the user can see, in the report's order.</summary>
    public async Task<IReadOnlyList<TrafficService>> ListAsync(AccountReach reach, ReportParameters report, CancellationToken cancellation)
    {
        var services = new List<TrafficService>();
        foreach (var id in report.SubscriptionIds)
        {
            var parameters = new { organisationId = reach.OrganisationId, reachId = reach.AccountId, isRoot = reach.IsRoot, id };
            if (await db.FirstOrDefaultAsync<TrafficService>(SelectById, parameters, cancellation) is { } service) services.Add(service);
        }

        return services;
    }

    /// <summary>About how many rows: the months' counts, in proportion to the days asked for.</summary>
    public async Task<long> EstimateAsync(AccountReach reach, long seq, ReportParameters report, CancellationToken cancellation)
    {
        var months = await db.ListAsync<MonthRow>(SelectMonths, new
        {
            seq,
            first = new DateOnly(report.From.Year, report.From.Month, 1),
            last = report.To,
            organisationId = reach.OrganisationId,
            reachId = reach.AccountId,
            isRoot = reach.IsRoot,
        }, cancellation);
        return months.Sum(month => month.Records * Days(month.Month, report) / DateTime.DaysInMonth(month.Month.Year, month.Month.Month));
    }

    private static int Days(DateOnly month, ReportParameters report)
    {
        var from = report.From > month ? report.From : month;
        var last = month.AddMonths(1).AddDays(-1);
        return (report.To < last ? report.To : last).DayNumber - from.DayNumber + 1;
    }

    private sealed record MonthRow
    {
        public DateOnly Month { get; init; }
        public long Records { get; init; }
    }
}

/// <summary>A service as it is now, also for traffic of before.</summary>
internal sealed record TrafficService
{
    public long Seq { get; init; }

    /// <summary>E.164; null when it has none.</summary>
    public string? Number { get; init; }

    /// <summary>Null for a service that has left the reach.</summary>
    public string? UserName { get; init; }
    public string? CostCentre { get; init; }
    public string? EmployeeNumber { get; init; }
}
