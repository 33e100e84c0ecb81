using Connect.Application.Reports;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports;

internal sealed class TrafficQueries(DbSession db) : ITraffic
{
    private const string Select = """
        SELECT s.Id, s.Seq, COALESCE(s.PhoneNumber, s.FixedNumber) AS Number, s.UserName, s.CostCentre, s.EmployeeNumber FROM Subscription s
        WHERE s.OrganisationId = @organisationId AND s.IsHidden = 0
            AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        """;

    private static readonly Stmt SelectByNumber = $"{Select} AND (s.PhoneNumber = @number OR s.FixedNumber = @number) ORDER BY s.StartsOn, s.Seq";
    private static readonly Stmt SelectById = $"{Select} AND s.Id = @id";

    private static readonly Stmt SelectMonths = """
        SELECT m.Month, SUM(m.Records) AS Records FROM UsageMonth m
        INNER JOIN Account a ON a.Seq = m.AccountSeq
        WHERE m.SubscriptionSeq = @seq AND m.Month >= @first AND m.Month <= @last AND a.OrganisationId = @organisationId
            AND (@isRoot = 1 OR EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id))
        GROUP BY m.Month
        """;

    public async Task<IReadOnlyList<TrafficService>> FindByNumberAsync(AccountReach reach, PhoneNumber number, CancellationToken cancellation) =>
        [.. (await db.ListAsync<ServiceRow>(SelectByNumber, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, number = number.E164 }, cancellation)).Select(row => row.Service)];

    public async Task<TrafficService?> FindAsync(AccountReach reach, Guid subscriptionId, CancellationToken cancellation) =>
        (await OneAsync(reach, subscriptionId, cancellation))?.Service;

    public async Task<TrafficPreview> PreviewAsync(AccountReach reach, TrafficReport report, int rows, CancellationToken cancellation)
    {
        var (seen, first) = (new List<TrafficService>(), new List<TrafficRow>());
        var sums = new TrafficSums();
        foreach (var service in await ServicesAsync(reach, report, cancellation))
        {
            var part = await db.FirstOrDefaultAsync<TrafficSums>(TrafficSql.Sums, TrafficSql.Parameters(reach, service.Seq, report), cancellation) ?? new();
            sums = new() { Records = sums.Records + part.Records, Seconds = sums.Seconds + part.Seconds, Messages = sums.Messages + part.Messages, Bytes = sums.Bytes + part.Bytes, Charge = sums.Charge + part.Charge };
            if (part.Records > 0) seen.Add(service.Service);
            if (first.Count == rows) continue;
            await using var reader = await db.ReadAsync(TrafficSql.First, TrafficSql.Parameters(reach, service.Seq, report, rows - first.Count), cancellation);
            var traffic = new TrafficReader(reader, service.Service, report.CalledNumbers);
            while (await reader.ReadAsync(cancellation)) first.Add(traffic.Row());
        }

        return new(report, seen, first, sums);
    }

    /// <summary>The services of the report that the user can see, in the report's order.</summary>
    public async Task<IReadOnlyList<ServiceRow>> ServicesAsync(AccountReach reach, TrafficReport report, CancellationToken cancellation)
    {
        var services = new List<ServiceRow>();
        foreach (var id in report.SubscriptionIds)
            if (await OneAsync(reach, id, cancellation) is { } service) services.Add(service);
        return services;
    }

    /// <summary>About how many rows: the months' counts, in proportion to the days asked for.</summary>
    public async Task<long> EstimateAsync(AccountReach reach, long seq, TrafficReport report, CancellationToken cancellation)
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

    private static int Days(DateOnly month, TrafficReport report)
    {
        var from = report.From > month ? report.From : month;
        var last = month.AddMonths(1).AddDays(-1);
        return (report.To < last ? report.To : last).DayNumber - from.DayNumber + 1;
    }

    private Task<ServiceRow?> OneAsync(AccountReach reach, Guid id, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<ServiceRow>(SelectById, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, id }, cancellation);

    internal sealed record ServiceRow
    {
        public Guid Id { get; init; }
        public long Seq { get; init; }
        public string? Number { get; init; }
        public string UserName { get; init; } = "";
        public string? CostCentre { get; init; }
        public string? EmployeeNumber { get; init; }
        public TrafficService Service => new(Id, Number, UserName, CostCentre, EmployeeNumber);
    }

    private sealed record MonthRow
    {
        public DateOnly Month { get; init; }
        public long Records { get; init; }
    }
}
