using System.Diagnostics;
using System.Globalization;
using Connect.Application.Common.Security;
using Connect.Application.Reports;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Reports.Excel;
using Connect.TestKit;
using Microsoft.Data.Sqlite;

namespace Connect.Benchmarks;

/// <summary>b: the traffic report at a tenth and at the whole of a million rows, and what other pages take meanwhile.</summary>
public sealed class TrafficReports : IScenarioGroup
{
    private readonly TrafficReportBenchmark _small = new(100_000), _large = new(1_000_000);

    public IReadOnlyList<IScenario> Scenarios =>
        [_small, _large, new PagesMeanwhile("b. other pages during the report", new(2), () => _large.ProductAsync(CancellationToken.None), _large.PageAsync)];

    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _small.DisposeAsync();
        await _large.DisposeAsync();
    }
}

/// <summary>The traffic report of one number, as its job runs it, against a bare reader and the same writer bare.</summary>
internal sealed class TrafficReportBenchmark(int rows) : IScenario
{
    private const int Chunk = 50_000;
    private readonly TestDatabase _database = new();
    private readonly ExportRun _run = new();
    private TestScope? _scope;
    private GenerateReport _report = null!;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"b. traffic report to Excel, {rows} rows");
    public Limit Limit => new(2);
    public string? Remark => _run.Remark;
    public bool RemarkHolds => _run.RemarkHolds;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var world = new World(_database);
        var organisation = await world.OrganisationAsync();
        var service = await world.SubscriptionAsync(organisation.RootId, phone: "+46701740605", more: [("CostCentre", "4711"), ("EmployeeNumber", "85202")]);
        UserIdentity user = await world.UserAsync(organisation.RootId);
        var (seq, account) = (await world.SubscriptionSeqAsync(service), await world.AccountSeqAsync(service));
        for (var from = 0; from < rows; from += Chunk) await FillAsync(world.Db, seq, account, from, cancellation);
        _scope = new TestScope(_database, user);
        _report = new() { Kind = "traffic", SubscriptionId = service, From = new(2026, 1, 1), To = new(2026, 3, 31) };
    }

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation) => await _run.TakeAsync(_scope!, _report, rows, cancellation);

    /// <summary>A page of another user of the same database.</summary>
    public Task PageAsync() => _scope!.SendAsync(new ListSubscriptions(Viewer.Request("")));

    public Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var connection = new SqliteConnection(_database.Options.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT u.At, a.DisplayName, u.Direction, u.TrafficType, u.Zone, u.Country, u.OtherNumber, u.Amount, u.Charge, u.InvoiceNumber
            FROM UsageRecord u INNER JOIN Account a ON a.Seq = u.AccountSeq ORDER BY u.SubscriptionSeq, u.At, u.Seq
            """;
        using var reader = command.ExecuteReader();
        using var file = new FileStream(Path.Combine(_database.Folder, "floor.xlsx"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920);
        SheetColumnType[] types =
        [
            SheetColumnType.Time, SheetColumnType.Text, SheetColumnType.Text, SheetColumnType.Text, SheetColumnType.Text, SheetColumnType.Text, SheetColumnType.Text,
            SheetColumnType.Text, SheetColumnType.Text, SheetColumnType.Text, SheetColumnType.Text, SheetColumnType.Duration, SheetColumnType.Whole, SheetColumnType.Fraction, SheetColumnType.Amount, SheetColumnType.Text,
        ];
        using var writer = new WorkbookWriter(file, "A", [.. types.Select(type => new SheetColumn("A", type))], cancellation);
        while (reader.Read()) Copy(reader, writer);
        writer.Complete();
        file.Flush(flushToDisk: true);
        return Task.FromResult<TimeSpan?>(Stopwatch.GetElapsedTime(started));
    }

    public async ValueTask DisposeAsync()
    {
        if (_scope is not null) await _scope.DisposeAsync(); // not chosen, not prepared
        await _database.DisposeAsync();
    }

    private static void Copy(SqliteDataReader reader, WorkbookWriter writer)
    {
        writer.Time(DateTime.Parse(reader.GetString(0), CultureInfo.InvariantCulture));
        writer.Text("+46701740605");
        writer.Text("Åke Ström");
        writer.Text("4711");
        writer.Text("85202");
        writer.Text(reader.GetString(1));
        writer.Text(reader.GetInt64(2) == 1 ? "Utgående" : "Inkommande");
        writer.Text(reader.GetInt64(3) == 1 ? "Samtal" : "Data");
        writer.Text(reader.GetInt64(4) == 1 ? "Mobil i Sverige" : "Nationellt");
        writer.Text(reader.IsDBNull(5) ? null : reader.GetString(5));
        writer.Text(reader.IsDBNull(6) ? null : reader.GetString(6));
        writer.Duration(reader.GetInt64(7));
        writer.Whole(null);
        writer.Fraction(null);
        writer.Amount(new Money(reader.GetInt64(8)));
        writer.Text(reader.IsDBNull(9) ? "Ej fakturerat" : reader.GetString(9));
        writer.EndRow();
    }

    private static Task FillAsync(DbSession db, long service, long account, int from, CancellationToken cancellation) => db.RunAsync(async () =>
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await db.InsertManyAsync("UsageRecord", ["SubscriptionSeq", "AccountSeq", "At", "ExternalId", "InvoiceNumber", "TrafficType", "Direction", "Zone", "OtherNumber", "Amount", "Charge"],
            Enumerable.Range(from, Chunk).Select(i => (IReadOnlyList<object?>)[service, account, start.AddSeconds(i * 7), $"R{i}", i % 3 == 0 ? null : "F1001",
                (int)TrafficType.Call, (int)TrafficDirection.Outgoing, (int)TrafficZone.NationalMobile, $"+4670{i:0000000}", i % 3600, i % 10_000]), cancellation);
        return true;
    }, cancellation);
}
