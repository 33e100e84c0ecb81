using Connect.Application.Monitoring;
using Connect.Domain.Common;
using Connect.Domain.Monitoring;
using Connect.Infrastructure.Monitoring;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Connect.Web.Components.Monitoring;
using Dapper;

namespace Connect.Benchmarks;

/// <summary>
/// j. A year of five-minute measurements of 500 services, as the roll-up leaves them: what the graph page reads and hands to its graphs, each time of
/// another service, and the roll-up of one day of all of them. The floor opens a connection and runs the same SQL.
/// </summary>
public sealed class MonitoringGraphBenchmark : IScenarioGroup
{
    private const int Services = 500;
    private readonly TestDatabase _database = new();
    private readonly List<IScenario> _scenarios = [];

    public IReadOnlyList<IScenario> Scenarios => _scenarios;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var large = new LargeWorld();
        await using var world = new World(_database);
        await large.MakeAsync(world.Db, Services, 200);
        await world.Db.ExecuteAsync("UPDATE Subscription SET Kind = 1", null, cancellation);
        var services = await world.Db.ListAsync<MonitoredLine>("SELECT Id, Seq FROM Subscription ORDER BY Seq", null, cancellation);
        foreach (var part in services.Chunk(25)) await world.Db.RunAsync(() => FillAsync(world.Db, part, cancellation), cancellation);
        _scenarios.AddRange(Enum.GetValues<MonitoringPeriod>().Select(period => new MonitoringGraphScenario(_database, large, services, period)));
        _scenarios.Add(new MonitoringRollUpScenario(_database, services));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static async Task<bool> FillAsync(DbSession db, IReadOnlyList<MonitoredLine> services, CancellationToken cancellation)
    {
        var today = StockholmTime.DayOf(World.Now);
        foreach (var line in services)
        {
            var day = Stretch(StockholmTime.StartOf(today.AddDays(-7)), World.Now, TimeSpan.FromMinutes(5)).ToList();
            await db.InsertManyAsync(MonitoringRows.Samples.Table, MonitoringRows.Samples.Columns, day.Select(at => MonitoringRows.Samples.Values(line.Seq, Point(line.Seq, at, 1))), cancellation);
            var hours = Stretch(StockholmTime.StartOf(today.AddMonths(-6)), World.Now, TimeSpan.FromHours(1));
            await db.InsertManyAsync(MonitoringRows.Hours.Table, MonitoringRows.Hours.Columns, hours.Select(at => MonitoringRows.Hours.Values(line.Seq, Point(line.Seq, at, 12))), cancellation);
            var days = Enumerable.Range(1, 365).Select(back => StockholmTime.StartOf(today.AddDays(-back)));
            await db.InsertManyAsync(MonitoringRows.Days.Table, MonitoringRows.Days.Columns, days.Select(at => MonitoringRows.Days.Values(line.Seq, Point(line.Seq, at, 288))), cancellation);
            await db.InsertManyAsync("MonitoringState", ["SubscriptionSeq", "IsUp", "Since", "SampledAt"], [[line.Seq, true, day[0], day[^1]]], cancellation);
        }

        return true;
    }

    private static IEnumerable<DateTimeOffset> Stretch(DateTimeOffset from, DateTimeOffset to, TimeSpan step)
    {
        for (var at = from; at < to; at += step) yield return at;
    }

    private static MonitoringPoint Point(long seq, DateTimeOffset at, int samples)
    {
        var wave = (long)(50_000_000 * (1 + Math.Sin(at.ToUnixTimeSeconds() / 13_750.0 + seq))) + at.Minute * 1000;
        return new() { At = at, Samples = samples, InBits = wave, InMost = wave * 2, OutBits = wave / 3, OutMost = wave / 2, Latency = 5000 + (int)(wave % 3000), Loss = at.Minute % 7, Availability = 10_000 };
    }
}

internal sealed record MonitoredLine
{
    public Guid Id { get; init; }
    public long Seq { get; init; }
}

internal sealed class MonitoringGraphScenario(TestDatabase database, LargeWorld large, IReadOnlyList<MonitoredLine> services, MonitoringPeriod period) : IScenario
{
    private const string Service = """
        SELECT s.Seq FROM Subscription s JOIN MonitoringState m ON m.SubscriptionSeq = s.Seq WHERE s.Id = @id AND s.OrganisationId = @organisationId AND s.IsHidden = 0
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        """;

    private readonly TestScope _scope = new(database, Viewer.Of(large.Root));
    private readonly SqliteDialect _dialect = new(database.Options.ConnectionString);
    private (int Product, int Floor) _next, _read;
    private int _bytes;

    public string Name => $"j. monitoring of a {period} out of a year, 500 services";
    public Limit Limit => new(3);
    public int Rounds => 51;
    public string? Remark => $"{_read.Product} points, {_bytes / 1000} kB for the graphs";
    public bool RemarkHolds => _read.Product == _read.Floor && _read.Product > 0;

    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        var view = await _scope.SendAsync(new GetMonitoring(services[_next.Product++ * 37 % services.Count].Id, period));
        (_read.Product, _bytes) = (view.Points.Count, new MonitoringFace(view, "").Data().Length);
        return null;
    }

    public async Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        var id = services[_next.Floor++ * 37 % services.Count].Id;
        var window = MonitoringWindow.Of(period, World.Now);
        await using var connection = await _dialect.OpenAsync(cancellation);
        var seq = await connection.ExecuteScalarAsync<long>(Service, new { id, organisationId = large.OrganisationId, reachId = large.RootId });
        var points = await connection.QueryAsync<MonitoringPoint>(MonitoringRows.Of(window.Resolution).Select.Sqlite, new { seq, from = window.From, to = window.To });
        _read.Floor = points.AsList().Count;
        return null;
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}

/// <summary>One day of all services made anew: what the job does each day at most.</summary>
internal sealed class MonitoringRollUpScenario(TestDatabase database, IReadOnlyList<MonitoredLine> services) : IScenario
{
    private readonly DbSession _db = new(SqlDialect.For(database.Options));
    private readonly DateTimeOffset _start = StockholmTime.StartOf(World.Today.AddDays(-2));

    public string Name => "j. roll-up of a day of 500 services (144 000 measurements)";
    public Limit Limit => new(3);

    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        await ForgetAsync(cancellation);
        await _db.RunAsync(async () =>
        {
            await _db.InsertManyAsync("MonitoringDue", ["SubscriptionSeq", "At"], services.Select(line => (IReadOnlyList<object?>)[line.Seq, _start]), cancellation);
            return true;
        }, cancellation);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var made = await new MonitoringRollUpJob(_db, TimeProvider.System).RunAsync(cancellation);
        return made == services.Count ? watch.Elapsed : throw new InvalidOperationException($"{made} days were made.");
    }

    /// <summary>Reads, sums up and inserts in one transaction.</summary>
    public async Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        await ForgetAsync(cancellation);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await _db.RunAsync(async () =>
        {
            foreach (var line in services)
            {
                var samples = await _db.ListAsync<MonitoringPoint>(MonitoringRows.Samples.Select, new { seq = line.Seq, from = _start, to = _start.AddDays(1) }, cancellation);
                await _db.InsertManyAsync(MonitoringRows.Hours.Table, MonitoringRows.Hours.Columns, MonitoringRollUp.Of(samples, MonitoringResolution.Hour).Select(point => MonitoringRows.Hours.Values(line.Seq, point)), cancellation);
                await _db.InsertManyAsync(MonitoringRows.Days.Table, MonitoringRows.Days.Columns, MonitoringRollUp.Of(samples, MonitoringResolution.Day).Select(point => MonitoringRows.Days.Values(line.Seq, point)), cancellation);
            }

            return true;
        }, cancellation);
        return watch.Elapsed;
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    private async Task ForgetAsync(CancellationToken cancellation)
    {
        var day = new { start = _start, end = _start.AddDays(1) };
        await _db.ExecuteAsync("DELETE FROM MonitoringHour WHERE At >= @start AND At < @end", day, cancellation);
        await _db.ExecuteAsync("DELETE FROM MonitoringDay WHERE At >= @start AND At < @end", day, cancellation);
    }
}
