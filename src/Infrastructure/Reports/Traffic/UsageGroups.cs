using System.Runtime.CompilerServices;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports.Traffic;

/// <summary>
/// Usage of all services in a period, added up by service, account of its day and kind of traffic. Traffic that came in counts where it was
/// charged only: a report of what was used is no report of who called. Usage belongs to the account
/// of its day: that lies within the reach, and is the one asked for. Some services are added up at a
/// time: an engine that sorts all records of a customer in one go needs memory for each of them.
/// </summary>
internal sealed class UsageGroups(DbSession db)
{
    // Services that are added up by one statement: as many as have this many records together, or one that has more. A statement takes 2 100 parameters.
    private const int MostServices = 200;
    private const long MostRecords = 100_000;

    // The services that there is anything of to find, from the sums of the months.
    private const string Services = $"""
        FROM UsageMonth m INNER JOIN Account a ON a.Seq = m.AccountSeq
        WHERE m.Month >= @firstMonth AND m.Month <= @lastMonth AND m.TrafficType >= @firstType AND m.TrafficType <= @lastType AND {AccountsAsked.Within}
        """;

    private const string Used = """
        u.At >= @start AND u.At < @end AND u.TrafficType >= @firstType AND u.TrafficType <= @lastType AND (u.Direction = 1 OR u.Charge <> 0)
        AND (@invoiced = 0 OR u.InvoiceNumber IS NOT NULL)
        """;

    private const string Named = $"{ServiceSql.Named}, a.DisplayName AS Account";

    private const string Found = $"""
        INNER JOIN Account a ON a.Seq = g.AccountSeq
        INNER JOIN Subscription s ON s.Seq = g.SubscriptionSeq
        WHERE s.IsHidden = 0 AND {AccountsAsked.Within}
        ORDER BY a.DisplayName, a.Seq, s.UserName, s.Seq
        """;

    private static readonly Stmt SelectServices = $"""
        SELECT g.SubscriptionSeq, g.AccountSeq, g.Records
        FROM (SELECT m.SubscriptionSeq, m.AccountSeq, SUM(m.Records) AS Records {Services} GROUP BY m.SubscriptionSeq, m.AccountSeq) g
        {Found}
        """;

    private static readonly Stmt SelectKinds = $"""
        SELECT g.SubscriptionSeq, g.AccountSeq, g.TrafficType, g.Direction, g.Zone, g.Records, g.Amount, g.Charge, {Named}
        FROM (
            SELECT u.SubscriptionSeq, u.AccountSeq, u.TrafficType, u.Direction, u.Zone, COUNT(*) AS Records, SUM(u.Amount) AS Amount, SUM(u.Charge) AS Charge
            FROM UsageRecord u
            WHERE u.SubscriptionSeq IN @services AND {Used}
            GROUP BY u.SubscriptionSeq, u.AccountSeq, u.TrafficType, u.Direction, u.Zone
        ) g
        {Found}
        """;

    // Where a call went is known by its country, or else by the number that was called.
    private const string Called = "CASE WHEN u.Country IS NULL AND u.Zone = 3 THEN u.OtherNumber END";

    private static readonly Stmt SelectDetails = $"""
        SELECT g.SubscriptionSeq, g.AccountSeq, g.TrafficType, g.Direction, g.Zone, g.Country, g.OtherNumber, g.Records, g.Amount, g.Charge, g.NotInvoiced, {Named}
        FROM (
            SELECT u.SubscriptionSeq, u.AccountSeq, u.TrafficType, u.Direction, u.Zone, u.Country, {Called} AS OtherNumber, COUNT(*) AS Records, SUM(u.Amount) AS Amount,
                SUM(u.Charge) AS Charge, SUM(CASE WHEN u.InvoiceNumber IS NULL THEN u.Charge ELSE 0 END) AS NotInvoiced
            FROM UsageRecord u
            WHERE u.SubscriptionSeq IN @services AND {Used}
            GROUP BY u.SubscriptionSeq, u.AccountSeq, u.TrafficType, u.Direction, u.Zone, u.Country, {Called}
        ) g
        {Found}
        """;

    private static readonly Stmt CountKinds = Count("m.SubscriptionSeq, m.AccountSeq, m.TrafficType, m.Direction, m.Zone");
    private static readonly Stmt CountServices = Count("m.SubscriptionSeq, m.AccountSeq");

    /// <summary>Group by group, those of one service on one account behind one another.</summary>
    public IAsyncEnumerable<UsageGroup> ReadAsync(AccountReach reach, UsageAsked asked, CancellationToken cancellation) => ReadAsync(SelectKinds, reach, asked, cancellation);

    /// <summary>As <see cref="ReadAsync(AccountReach, UsageAsked, CancellationToken)"/>, by country too.</summary>
    public IAsyncEnumerable<UsageGroup> ReadDetailsAsync(AccountReach reach, UsageAsked asked, CancellationToken cancellation) => ReadAsync(SelectDetails, reach, asked, cancellation);

    /// <summary>About how many kinds of traffic of how many services there are.</summary>
    public Task<UsageCount> CountKindsAsync(AccountReach reach, UsageAsked asked, CancellationToken cancellation) => CountAsync(CountKinds, reach, asked, cancellation);

    /// <summary>About how many services there is anything of to tell.</summary>
    public Task<UsageCount> CountAsync(AccountReach reach, UsageAsked asked, CancellationToken cancellation) => CountAsync(CountServices, reach, asked, cancellation);

    private static string Count(string groups) =>
        $"SELECT COUNT(*) AS Groups, COALESCE(SUM(v.Records), 0) AS Records FROM (SELECT SUM(m.Records) AS Records {Services} GROUP BY {groups}) v";

    private async Task<UsageCount> CountAsync(Stmt count, AccountReach reach, UsageAsked asked, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<UsageCount>(count, asked.Parameters(reach), cancellation) ?? new();

    private async IAsyncEnumerable<UsageGroup> ReadAsync(Stmt groups, AccountReach reach, UsageAsked asked, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var some in Parts(await db.ListAsync<UsedService>(SelectServices, asked.Parameters(reach), cancellation)))
        {
            // A service that was moved stands on each of its accounts, which may be of different parts.
            var here = some.Select(service => (service.SubscriptionSeq, service.AccountSeq)).ToHashSet();
            foreach (var group in await db.ListAsync<UsageGroup>(groups, asked.Parameters(reach, here.Select(service => service.SubscriptionSeq).Distinct()), cancellation))
                if (here.Contains(group.Service)) yield return group;
        }
    }

    private static IEnumerable<IReadOnlyList<UsedService>> Parts(IReadOnlyList<UsedService> services)
    {
        var (part, records) = (new List<UsedService>(), 0L);
        foreach (var service in services)
        {
            if (part.Count == MostServices || (part.Count > 0 && records + service.Records > MostRecords))
            {
                yield return part;
                (part, records) = ([], 0);
            }

            part.Add(service);
            records += service.Records;
        }

        if (part.Count > 0) yield return part;
    }

    private sealed record UsedService
    {
        public long SubscriptionSeq { get; init; }
        public long AccountSeq { get; init; }
        public long Records { get; init; }
    }
}

/// <summary>About how much usage there is, from the sums of whole months.</summary>
internal sealed record UsageCount
{
    // Half a second of a report's work.
    private const long MostOnScreen = 500_000;

    public long Groups { get; init; }
    public long Records { get; init; }

    /// <summary>Null: the preview may read it all.</summary>
    public Func<CancellationToken, Task<SheetTotals>>? TotalAsync => Records <= MostOnScreen ? null : _ => Task.FromResult(SheetTotals.About(Groups));
}

/// <summary>Which usage is wanted: the kinds of traffic between two, only what is invoiced or all.</summary>
internal sealed record UsageAsked(ReportParameters Report, TrafficType First, TrafficType Last, bool InvoicedOnly)
{
    /// <param name="services">Whose usage is wanted, where the statement names them.</param>
    public object Parameters(AccountReach reach, IEnumerable<long>? services = null) => new
    {
        services,
        organisationId = reach.OrganisationId,
        reachId = reach.AccountId,
        isRoot = reach.IsRoot,
        accountId = Report.Account?.Id,
        below = Report.Below,
        firstMonth = StockholmTime.MonthOf(Report.From),
        lastMonth = StockholmTime.MonthOf(Report.To),
        start = Report.Start,
        end = Report.End,
        firstType = First,
        lastType = Last,
        invoiced = InvoicedOnly,
    };
}
