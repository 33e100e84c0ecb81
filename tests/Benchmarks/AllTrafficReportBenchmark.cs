using System.Diagnostics;
using System.Globalization;
using Connect.Application.Reports;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Reports.Excel;
using Connect.TestKit;
using Microsoft.Data.Sqlite;

namespace Connect.Benchmarks;

/// <summary>b: the traffic report of all services over five million rows of one customer, and what a list takes meanwhile.</summary>
public sealed class AllTrafficReports : IScenarioGroup
{
    private readonly AllTrafficReportBenchmark _report = new();

    public IReadOnlyList<IScenario> Scenarios =>
        [_report, new PagesMeanwhile("b. other pages during the report of all services", new(2), () => _report.ProductAsync(CancellationToken.None), _report.PageAsync)];

    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _report.DisposeAsync();
}

/// <summary>REP 8 as its job runs it, with data, against a bare reader of the same sums and the same writer bare.</summary>
internal sealed class AllTrafficReportBenchmark : IScenario
{
    private const int Records = 5_000_000, Services = 10_000, Accounts = 100, Chunk = 50_000, Days = 59;
    private readonly TestDatabase _database = new();
    private readonly ExportRun _run = new();
    private TestScope? _scope;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"b. traffic report of all services, {Records} rows of {Services} services");
    public Limit Limit => new(2);
    public string? Remark => _run.Remark;
    public bool RemarkHolds => _run.RemarkHolds;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var world = new World(_database);
        var organisation = await world.OrganisationAsync();
        var (accounts, services) = (new List<Guid>(), new List<long>());
        for (var i = 0; i < Accounts; i++) accounts.Add(await world.AccountAsync(organisation.RootId, $"Konto {i:000}"));
        for (var i = 0; i < Services; i++) services.Add(await world.SubscriptionSeqAsync(await world.SubscriptionAsync(accounts[i % Accounts], $"Användare {i:00000}", phone: $"+46700{i:000000}")));
        var seqs = new List<long>();
        foreach (var account in accounts) seqs.Add(await world.Db.FirstOrDefaultAsync<long>(SelectAccount, new { id = account }));
        for (var from = 0; from < Records; from += Chunk) await FillAsync(world.Db, services, seqs, from, cancellation);
        await world.Db.ExecuteAsync(FillMonths, cancellation: cancellation);
        _scope = new TestScope(_database, await world.UserAsync(organisation.RootId));
    }

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation) => await _run.TakeAsync(_scope!,
        new() { Kind = "all-traffic", From = new(2026, 1, 1), To = new(2026, 2, 28), Boxes = ["Data"] }, Services * 2, cancellation);

    /// <summary>A page of another user of the same database.</summary>
    public Task PageAsync() => _scope!.SendAsync(new ListSubscriptions(Viewer.Request("")));

    public Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var connection = new SqliteConnection(_database.Options.ConnectionString);
        connection.Open();
        using var file = new FileStream(Path.Combine(_database.Folder, "floor.xlsx"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920);
        using var writer = new WorkbookWriter(file, "A", Columns(FloorSql.Calls), cancellation);
        Copy(connection, FloorSql.Calls, writer);
        writer.Next("B", Columns(FloorSql.Data));
        Copy(connection, FloorSql.Data, writer);
        writer.Complete();
        file.Flush(flushToDisk: true);
        return Task.FromResult<TimeSpan?>(Stopwatch.GetElapsedTime(started));
    }

    public async ValueTask DisposeAsync()
    {
        if (_scope is not null) await _scope.DisposeAsync(); // not chosen, not prepared
        await _database.DisposeAsync();
    }

    private static readonly Stmt SelectAccount = "SELECT Seq FROM Account WHERE Id = @id";

    private static readonly Stmt FillMonths = """
        INSERT INTO UsageMonth (SubscriptionSeq, Month, AccountSeq, TrafficType, Direction, Zone, Records, Amount, Charge)
        SELECT SubscriptionSeq, SUBSTR(At, 1, 7) || '-01', AccountSeq, TrafficType, Direction, Zone, COUNT(*), SUM(Amount), SUM(Charge) FROM UsageRecord
        GROUP BY SubscriptionSeq, SUBSTR(At, 1, 7), AccountSeq, TrafficType, Direction, Zone
        """;

    private static IReadOnlyList<SheetColumn> Columns(FloorSql sql) =>
        [.. Enumerable.Repeat(new SheetColumn("A", SheetColumnType.Text), 3), .. sql.Cells.Select(cell => new SheetColumn("A", cell.Type))];

    private static void Copy(SqliteConnection connection, FloorSql sql, WorkbookWriter writer)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql.Text;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            for (var i = 0; i < 3; i++) writer.Text(reader.IsDBNull(i) ? null : reader.GetString(i));
            for (var i = 0; i < sql.Cells.Count; i++)
            {
                var value = reader.GetInt64(i + 3);
                if (sql.Cells[i].Type == SheetColumnType.Amount) writer.Amount(new Money(value));
                else if (sql.Cells[i].Type == SheetColumnType.Duration) writer.Duration(value);
                else writer.Whole(value);
            }

            writer.EndRow();
        }
    }

    // In the order of time, as it is loaded: the rows of one service lie far apart.
    private static Task FillAsync(DbSession db, List<long> services, List<long> accounts, int from, CancellationToken cancellation) => db.RunAsync(async () =>
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await db.InsertManyAsync("UsageRecord", ["SubscriptionSeq", "AccountSeq", "At", "ExternalId", "InvoiceNumber", "TrafficType", "Direction", "Zone", "OtherNumber", "Amount", "Charge"],
            Enumerable.Range(from, Chunk).Select(i => (IReadOnlyList<object?>)[services[i % Services], accounts[i % Services % Accounts], start.AddSeconds((long)i * Days * 86_400 / Records), $"R{i}",
                i / Services % 5 == 0 ? null : "F1001", 1 + i / Services % 4, 1, 1 + i / Services % 6, $"+4670{i:0000000}", i % 3600, i % 10_000]), cancellation);
        return true;
    }, cancellation);
}

/// <summary>The sums of the report's two sheets in one pass each, without a look at anybody's reach.</summary>
/// <param name="Cells">The kinds of cells behind number, name and account.</param>
internal sealed record FloorSql(string Text, IReadOnlyList<(SheetColumnType Type, string Sum)> Cells)
{
    public static readonly FloorSql Calls = Of("u.TrafficType <> 4",
    [
        .. new[] { "u.Zone = 1", "u.Zone = 2", "u.Zone = 3", "u.Zone > 3" }.SelectMany(zone => new[]
        {
            (SheetColumnType.Whole, $"u.TrafficType = 1 AND {zone} THEN 1"), (SheetColumnType.Duration, $"u.TrafficType = 1 AND {zone} THEN u.Amount"), (SheetColumnType.Amount, $"u.TrafficType = 1 AND {zone} THEN u.Charge"),
        }),
        (SheetColumnType.Whole, "u.TrafficType = 2 THEN u.Amount"), (SheetColumnType.Amount, "u.TrafficType = 2 THEN u.Charge"),
        (SheetColumnType.Whole, "u.TrafficType = 3 THEN u.Amount"), (SheetColumnType.Amount, "u.TrafficType = 3 THEN u.Charge"), (SheetColumnType.Amount, "1 = 1 THEN u.Charge"),
    ]);

    public static readonly FloorSql Data = Of("u.TrafficType = 4",
        [(SheetColumnType.Whole, "1 = 1 THEN 1"), (SheetColumnType.Whole, "1 = 1 THEN u.Amount"), (SheetColumnType.Whole, "u.Zone IN (4, 5) THEN u.Amount"), (SheetColumnType.Amount, "1 = 1 THEN u.Charge")]);

    private static FloorSql Of(string types, IReadOnlyList<(SheetColumnType Type, string Sum)> cells) => new($"""
        SELECT s.PhoneNumber, s.UserName, a.DisplayName, {string.Join(", ", cells.Select((_, i) => $"g.C{i}"))}
        FROM (
            SELECT u.SubscriptionSeq, u.AccountSeq, {string.Join(", ", cells.Select((cell, i) => $"SUM(CASE WHEN {cell.Sum} ELSE 0 END) AS C{i}"))}
            FROM UsageRecord u WHERE u.InvoiceNumber IS NOT NULL AND {types} GROUP BY u.SubscriptionSeq, u.AccountSeq
        ) g
        INNER JOIN Account a ON a.Seq = g.AccountSeq INNER JOIN Subscription s ON s.Seq = g.SubscriptionSeq
        """, cells);
}
