using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports.Traffic;

/// <summary>
/// Usage of all services in a period, added up by service, account of its day and kind of traffic. Traffic that came in counts where it was
/// charged only: a report of what was used is no report of who called. Usage belongs to the account
/// of its day: that lies within the reach, and is the one asked for.
/// </summary>
internal sealed class UsageGroups(DbSession db)
{
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

    private static readonly Stmt SelectKinds = $"""
        SELECT g.SubscriptionSeq, g.AccountSeq, g.TrafficType, g.Direction, g.Zone, g.Records, g.Amount, g.Charge, {Named}
        FROM (
            SELECT u.SubscriptionSeq, u.AccountSeq, u.TrafficType, u.Direction, u.Zone, COUNT(*) AS Records, SUM(u.Amount) AS Amount, SUM(u.Charge) AS Charge
            FROM (SELECT DISTINCT m.SubscriptionSeq {Services}) v CROSS JOIN UsageRecord u
            WHERE u.SubscriptionSeq = v.SubscriptionSeq AND {Used}
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
            FROM (SELECT DISTINCT m.SubscriptionSeq {Services}) v CROSS JOIN UsageRecord u
            WHERE u.SubscriptionSeq = v.SubscriptionSeq AND {Used}
            GROUP BY u.SubscriptionSeq, u.AccountSeq, u.TrafficType, u.Direction, u.Zone, u.Country, {Called}
        ) g
        {Found}
        """;

    private static readonly Stmt CountKinds = $"SELECT COUNT(*) FROM (SELECT DISTINCT m.SubscriptionSeq, m.AccountSeq, m.TrafficType, m.Direction, m.Zone {Services}) v";
    private static readonly Stmt CountServices = $"SELECT COUNT(*) FROM (SELECT DISTINCT m.SubscriptionSeq, m.AccountSeq {Services}) v";

    /// <summary>Group by group, those of one service on one account behind one another.</summary>
    public IAsyncEnumerable<UsageGroup> ReadAsync(AccountReach reach, UsageAsked asked, CancellationToken cancellation) => db.StreamAsync<UsageGroup>(SelectKinds, asked.Parameters(reach), cancellation);

    /// <summary>As <see cref="ReadAsync"/>, by country too.</summary>
    public IAsyncEnumerable<UsageGroup> ReadDetailsAsync(AccountReach reach, UsageAsked asked, CancellationToken cancellation) => db.StreamAsync<UsageGroup>(SelectDetails, asked.Parameters(reach), cancellation);

    /// <summary>About how many kinds of traffic of how many services there are.</summary>
    public Task<long> CountKindsAsync(AccountReach reach, UsageAsked asked, CancellationToken cancellation) => db.FirstOrDefaultAsync<long>(CountKinds, asked.Parameters(reach), cancellation);

    /// <summary>About how many services there is anything of to tell.</summary>
    public Task<long> CountAsync(AccountReach reach, UsageAsked asked, CancellationToken cancellation) => db.FirstOrDefaultAsync<long>(CountServices, asked.Parameters(reach), cancellation);
}

/// <summary>Which usage is wanted: the kinds of traffic between two, only what is invoiced or all.</summary>
internal sealed record UsageAsked(ReportParameters Report, TrafficType First, TrafficType Last, bool InvoicedOnly)
{
    public object Parameters(AccountReach reach) => new
    {
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
