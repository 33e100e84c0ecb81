using System.Data.Common;
using System.Globalization;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports.Traffic;

/// <summary>The rows of one service in a period, in the order of time, by the index on (service, time).</summary>
internal static class TrafficSql
{
    // The reach is of each row's own account. Whoever sees the whole organisation needs no look into the tree.
    private const string Rows = """
        FROM UsageRecord u
        INNER JOIN Account a ON a.Seq = u.AccountSeq
        WHERE u.SubscriptionSeq = @seq AND u.At >= @start AND u.At < @end AND a.OrganisationId = @organisationId
            AND (@isRoot = 1 OR EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id))
        """;

    private const string Select = $"""
        SELECT u.At, u.AccountSeq, a.DisplayName, u.Direction, u.TrafficType, u.Zone, u.Country, u.OtherNumber, u.Amount, u.Charge, u.InvoiceNumber
        {Rows} ORDER BY u.At, u.Seq
        """;

    public static readonly Stmt All = Select;
    public static readonly Stmt First = Stmt.Top(Select);

    public static readonly Stmt Sums = SumsOf(Rows);

    /// <summary>Of the rows that begin with FROM, as <see cref="TrafficSums"/>.</summary>
    public static string SumsOf(string rows) => $"""
        SELECT COUNT(*) AS Records,
            COALESCE(SUM(CASE WHEN u.TrafficType = 1 THEN u.Amount ELSE 0 END), 0) AS Seconds,
            COALESCE(SUM(CASE WHEN u.TrafficType IN (2, 3) THEN u.Amount ELSE 0 END), 0) AS Messages,
            COALESCE(SUM(CASE WHEN u.TrafficType = 4 THEN u.Amount ELSE 0 END), 0) AS Bytes,
            COALESCE(SUM(u.Charge), 0) AS Charge
        {rows}
        """;

    public static object Parameters(AccountReach reach, long seq, ReportParameters report, long take = 0) => new
    {
        seq,
        start = report.Start,
        end = report.End,
        organisationId = reach.OrganisationId,
        reachId = reach.AccountId,
        isRoot = reach.IsRoot,
        take,
    };
}

/// <summary>Reads rows of <see cref="TrafficSql"/> without making an object of each.</summary>
internal sealed class TrafficReader(DbDataReader reader, CalledNumbers numbers)
{
    private const int At = 0, AccountSeq = 1, Account = 2, DirectionColumn = 3, TypeColumn = 4, ZoneColumn = 5, CountryColumn = 6, Other = 7, AmountColumn = 8, ChargeColumn = 9, InvoiceColumn = 10,
        SubscriptionSeq = 11, Number = 12, UserName = 13, CostCentre = 14, EmployeeNumber = 15;

    private readonly Dictionary<long, string> _accounts = [];
    private TrafficService? _service;

    public TrafficDirection Direction => (TrafficDirection)reader.GetInt16(DirectionColumn);
    public TrafficType Type => (TrafficType)reader.GetInt16(TypeColumn);
    public TrafficZone Zone => (TrafficZone)reader.GetInt16(ZoneColumn);
    public string? Country => Nullable(CountryColumn) ?? (Zone == TrafficZone.International ? CalledCountries.Of(Nullable(Other)) : null);
    public long Amount => reader.GetInt64(AmountColumn);
    public Money Charge => new(reader.GetInt64(ChargeColumn));
    public string? Invoice => Nullable(InvoiceColumn);

    public string? OtherNumber => numbers == CalledNumbers.LeftOut || Nullable(Other) is not { } number ? null
        : numbers == CalledNumbers.Shown ? number : PhoneNumber.Masked(number);

    public string AccountName
    {
        get
        {
            var seq = reader.GetInt64(AccountSeq);
            if (!_accounts.TryGetValue(seq, out var name)) _accounts[seq] = name = reader.GetString(Account);
            return name;
        }
    }

    /// <summary>Of the row, where the columns of the service follow those of the traffic; one object for all rows of a service behind one another.</summary>
    public TrafficService Service
    {
        get
        {
            var seq = reader.GetInt64(SubscriptionSeq);
            if (_service?.Seq == seq) return _service;
            return _service = new() { Seq = seq, Number = Nullable(Number), UserName = Nullable(UserName), CostCentre = Nullable(CostCentre), EmployeeNumber = Nullable(EmployeeNumber) };
        }
    }

    public DateTimeOffset Instant => reader.GetFieldType(At) == typeof(DateTimeOffset)
        ? reader.GetFieldValue<DateTimeOffset>(At)
        : DateTimeOffset.ParseExact(reader.GetString(At), TypeHandlers.InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private string? Nullable(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
