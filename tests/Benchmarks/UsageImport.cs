using System.Diagnostics;
using System.Globalization;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Application.Subscriptions;
using Connect.Infrastructure.Demo;
using Connect.Infrastructure.Operator.Import;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using CsvHelper;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Connect.Benchmarks;

/// <summary>g: the import of a million rows of traffic, and what other pages take meanwhile.</summary>
public sealed class UsageImports : IScenarioGroup
{
    private readonly UsageImport _import = new();

    public IReadOnlyList<IScenario> Scenarios => [_import, new PagesMeanwhile("g. other pages during the import", new(3), _import.OnceAsync, _import.PageAsync)];

    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _import.DisposeAsync();
}

/// <summary>A million rows of traffic by the import, against a bare parse and a bare insert of the same rows.</summary>
internal sealed class UsageImport : IScenario
{
    private const int Rows = 1_000_000;
    private const long MostBytes = 200L * 1024 * 1024;
    private readonly string _folder = Directory.CreateTempSubdirectory("connect-bench-import-").FullName;
    // Kept to the end: a page may be under way in any of them.
    private readonly List<(TestDatabase Database, TestScope Pages)> _read = [];
    private TestDatabase? _prepared;
    private long _mostGrowth, _changedAgain;

    public string Name => "g. import of 1 000 000 rows of usage";
    public Limit Limit { get; } = new(2.5);
    public string? Remark => $"memory +{_mostGrowth / 1024 / 1024} MB (≤ 200), loaded again {_changedAgain} rows written";
    public bool RemarkHolds => _mostGrowth <= MostBytes && _changedAgain == 0;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        _prepared = new TestDatabase();
        var size = new DemoSize(150, 1000, Rows * 5 / 4, 1, new DateOnly(2026, 3, 1));
        var files = new DemoFiles(size);
        var until = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
        files.WriteTo(new CsvFolder(Path.Combine(_folder, "base")), until);
        new DemoUsage(size, files.Customers, until).WriteTo(new CsvFolder(Path.Combine(_folder, "all")));
        Directory.CreateDirectory(Path.Combine(_folder, "usage"));
        await File.WriteAllLinesAsync(Path.Combine(_folder, "usage", "usage.csv"), File.ReadLines(Path.Combine(_folder, "all", "usage.csv")).Take(Rows + 1), cancellation);
        await ImportAsync(_prepared, "base");
    }

    /// <summary>One import into a database that <see cref="PageAsync"/> reads at the same time.</summary>
    public async Task OnceAsync()
    {
        var database = Copy();
        _read.Add((database, new TestScope(database, await ReaderAsync(database))));
        await ImportAsync(database, "usage");
    }

    /// <summary>A page of somebody of the demo customer, from the database that is imported into.</summary>
    public async Task PageAsync()
    {
        if (_read.Count == 0) await OnceAsync();
        await _read[^1].Pages.SendAsync(new ListSubscriptions(Viewer.Request("")));
    }

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        await using var database = Copy();
        GC.Collect();
        var before = Process.GetCurrentProcess().WorkingSet64;
        var watch = Stopwatch.StartNew();
        await ImportAsync(database, "usage");
        watch.Stop();
        _mostGrowth = Math.Max(_mostGrowth, Process.GetCurrentProcess().WorkingSet64 - before);
        if (_mostGrowth > 0 && _changedAgain == 0) _changedAgain = (await ImportAsync(database, "usage")).Files.Sum(f => f.Added + f.Changed);
        return watch.Elapsed;
    }

    public async Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        await using var database = Copy();
        var watch = Stopwatch.StartNew();
        await using var connection = new SqliteConnection(database.Options.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction();
        await using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO UsageRecord ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(c => "@" + c))})";
        insert.Transaction = transaction;
        foreach (var column in Columns) insert.Parameters.Add(new SqliteParameter("@" + column, null));
        await using var file = File.OpenRead(Path.Combine(_folder, "usage", "usage.csv"));
        using var csv = CsvReader.Create(file, new CsvReaderOptions { Separator = ';' });
        while (csv.Read()) Insert(insert, csv);
        await transaction.CommitAsync(cancellation);
        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (database, pages) in _read)
        {
            await pages.DisposeAsync();
            await database.DisposeAsync();
        }

        if (_prepared is not null) await _prepared.DisposeAsync(); // not chosen, not prepared
        Directory.Delete(_folder, recursive: true);
    }

    private static readonly string[] Columns =
        ["ExternalId", "SubscriptionSeq", "AccountSeq", "At", "TrafficType", "Direction", "Zone", "Country", "OtherNumber", "Amount", "Charge", "InvoiceNumber"];

    // id organisation subscription time type direction zone country number amount charge invoice
    private static void Insert(SqliteCommand insert, CsvReader csv)
    {
        var subscription = long.Parse(csv.GetString(2).AsSpan(1), CultureInfo.InvariantCulture) + (csv.GetString(1) == "NORDVIK" ? 0 : 1_000_000);
        object[] values =
        [
            csv.GetString(0), subscription, 1L, csv.GetString(3), 1L, 1L, 1L, csv.GetString(7), csv.GetString(8), long.Parse(csv.GetString(9), CultureInfo.InvariantCulture),
            (long)(decimal.Parse(csv.GetString(10), CultureInfo.InvariantCulture) * 10_000), csv.GetString(11),
        ];
        for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
        insert.ExecuteNonQuery();
    }

    private static async Task<UserIdentity> ReaderAsync(TestDatabase database)
    {
        await using var connection = await new SqliteDialect(database.Options.ConnectionString).OpenAsync(CancellationToken.None);
        var (organisation, root) = await connection.QuerySingleAsync<(Guid Organisation, Guid Root)>(
            "SELECT o.Id, a.Id FROM Organisation o JOIN Account a ON a.OrganisationId = o.Id AND a.ParentId IS NULL WHERE o.ExternalId = 'NORDVIK'");
        return Viewer.Of(new(organisation, root, true));
    }

    private TestDatabase Copy()
    {
        var copy = new TestDatabase();
        SqliteConnection.ClearAllPools();
        using var from = new SqliteConnection(_prepared!.Options.ConnectionString);
        using var to = new SqliteConnection(copy.Options.ConnectionString);
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        return copy;
    }

    private async Task<ImportReport> ImportAsync(TestDatabase database, string folder)
    {
        await using var scope = new TestScope(database, caller: TestScope.Operator("import"));
        var report = await scope.SendAsync(new ImportData(new FolderSource(Path.Combine(_folder, folder))));
        return report.IsApplied ? report : throw new InvalidOperationException(report.Problems[0].ToString());
    }
}
