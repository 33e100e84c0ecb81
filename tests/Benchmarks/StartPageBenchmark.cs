using Connect.Application.Dashboard;
using Connect.Application.Invoices;
using Connect.Application.Network;
using Connect.Application.Tickets;
using Connect.Domain.Network;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Dapper;

namespace Connect.Benchmarks;

/// <summary>
/// d. What the start page shows, of 100 000 services, orders, invoices and tickets each, 5 000 accounts and 20 incidents, for users who see all,
/// a tenth and a hundredth of it: the four tiles and Driftinformation. The floor opens a connection and runs hand-written SQL, for each tile the
/// quickest of three shapes.
/// </summary>
public sealed class StartPageBenchmark : IScenarioGroup
{
    private const int Rows = 100_000, Accounts = 5_000, Incidents = 20;
    private readonly TestDatabase _database = new();
    private readonly List<IScenario> _scenarios = [];

    public IReadOnlyList<IScenario> Scenarios => _scenarios;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var large = new LargeWorld();
        await using (var world = new World(_database))
        {
            await large.MakeAsync(world.Db, Rows, Accounts, tickets: Rows);
            await large.MakeOrdersAsync(world.Db);
            await large.MakeInvoicesAsync(world.Db, Rows);
            for (var i = 0; i < Incidents; i++)
                await world.IncidentAsync($"Driftstörning {i}", starts: -i, kinds: [(SubscriptionKind)(i % 6 + 1)], updates: ["Felet är bekräftat."], networks: i % 5 == 0 ? [MobileGeneration.Fifth] : null);
        }

        foreach (var (name, reach) in new[] { ("100 %", large.Root), ("10 %", large.Tenth), ("1 %", large.Hundredth) }) _scenarios.Add(new StartPageScenario(_database, $"d. start page, {name}", reach));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

/// <summary>The hand-written side of a tile.</summary>
/// <param name="Index">Of a whole organisation, that holds all that is added up.</param>
/// <param name="ByAccount">Of one account.</param>
internal sealed record TileFloor(string Sums, string Table, char Alias, string Where, string Index, string ByAccount)
{
    public IEnumerable<string> Shapes(bool isRoot)
    {
        var where = $"{Alias}.OrganisationId = @organisationId AND {Where}";
        var within = isRoot ? "" : $" AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = {Alias}.AccountId)";
        yield return $"SELECT {Sums} FROM {Table} {Alias} WHERE {where}{within}";
        yield return $"SELECT {Sums} FROM {Table} {Alias} INDEXED BY {Index} WHERE {where}{within}";
        yield return $"SELECT {Sums} FROM AccountTree t CROSS JOIN {Table} {Alias} INDEXED BY {ByAccount} ON {Alias}.AccountId = t.DescendantId WHERE t.AncestorId = @reachId AND {where}";
    }
}

internal sealed class StartPageScenario(TestDatabase database, string name, AccountReach reach) : IScenario
{
    private const string Incidents = """
        SELECT i.Id, i.Kind, i.Severity, i.Title, i.Text, i.StartsAt, i.ExpectedEndAt, i.EndedAt,
            EXISTS (SELECT 1 FROM IncidentServiceKind k CROSS JOIN Subscription s ON s.OrganisationId = @organisationId AND s.Kind = k.Kind
                WHERE k.IncidentId = i.Id AND s.IsHidden = 0 AND s.Status IN (2, 3, 4) AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)) AS IsOwn
        FROM Incident i WHERE i.OverAt IS NULL AND i.IsOpen = 1 ORDER BY IsOwn DESC, i.StartsAt DESC
        """;

    private const string Updates = "SELECT IncidentId, At, Text FROM IncidentUpdate";

    private static readonly TileFloor[] Tiles =
    [
        new("COUNT(*), SUM(s.Status = 3), SUM(s.Status = 4)", "Subscription", 's', "s.IsHidden = 0 AND s.Status IN (2, 3, 4)", "IX_Subscription_Status", "IX_Subscription_Account"),
        new("COUNT(*), MIN(CASE WHEN o.ExpectedOn >= @today THEN o.ExpectedOn END)", "CustomerOrder", 'o', "o.IsHidden = 0 AND o.State IN (1, 2)", "IX_CustomerOrder_State", "IX_CustomerOrder_Account"),
        new("COUNT(*), SUM(k.State = 3)", "Ticket", 'k', "k.State IN (1, 2, 3)", "IX_Ticket_State", "IX_Ticket_Account"),
        new("COUNT(*), SUM(i.Outstanding), SUM(i.DueOn < @today), MIN(CASE WHEN i.DueOn >= @today THEN i.DueOn END)", "Invoice", 'i', "i.Settlement = 1", "IX_Invoice_State", "IX_Invoice_Account"),
    ];

    private readonly TestScope _scope = new(database, Viewer.Of(reach, Right.ViewSubscriptions, Right.PlaceOrders, Right.ManageTickets, Right.ViewInvoices));
    private readonly SqliteDialect _dialect = new(database.Options.ConnectionString);
    private readonly List<string> _best = [];

    public string Name => name;
    public Limit Limit => new(2, TimeSpan.FromMilliseconds(5));
    public int Rounds => 15;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var connection = await _dialect.OpenAsync(cancellation);
        foreach (var tile in Tiles)
        {
            var times = new List<(string Shape, TimeSpan Time)>();
            foreach (var shape in tile.Shapes(reach.IsRoot))
            {
                await connection.QueryAsync(shape, Parameters);
                var watch = System.Diagnostics.Stopwatch.StartNew();
                for (var i = 0; i < 3; i++) await connection.QueryAsync(shape, Parameters);
                times.Add((shape, watch.Elapsed));
            }

            _best.Add(times.MinBy(time => time.Time).Shape);
        }
    }

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        var counts = new[]
        {
            (await _scope.SendAsync(new SumActiveSubscriptions())).Count, (await _scope.SendAsync(new SumOpenOrders())).Count,
            (await _scope.SendAsync(new SumOpenTickets())).Count, (await _scope.SendAsync(new SumOpenInvoices())).Count, (await _scope.SendAsync(new ListIncidents())).Count,
        };
        return counts.All(count => count > 0) ? null : throw new InvalidOperationException($"Nothing to show: {string.Join(", ", counts)}.");
    }

    public async Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        await using var connection = await _dialect.OpenAsync(cancellation);
        foreach (var shape in _best) await connection.QueryAsync(shape, Parameters);
        await connection.QueryAsync(Incidents, Parameters);
        await connection.QueryAsync(Updates);
        return null;
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();

    private object Parameters => new { organisationId = reach.OrganisationId, reachId = reach.AccountId, today = World.Today };
}
