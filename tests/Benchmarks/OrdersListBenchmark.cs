using Connect.Application.Common.Lists;
using Connect.Application.Orders;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Dapper;

namespace Connect.Benchmarks;

/// <summary>a for orders: their list over 100 000 orders and 5 000 accounts, for users who see all, a tenth and a hundredth of it. The floor is the quickest of two hand-written shapes.</summary>
public sealed class OrdersListBenchmark : IScenarioGroup
{
    private const int Orders = 100_000, Accounts = 5_000;
    private static readonly OrderListView[] Views =
    [
        new("default view", "", "", "IX_CustomerOrder_Ordered", ["o.OrderedAt DESC", "o.Seq DESC"]),
        new("open ones", "f.state=received,processing", " AND o.State IN (1, 2)", "IX_CustomerOrder_State", ["o.OrderedAt DESC", "o.Seq DESC"]),
        new("service contains", "f.service=~åke", " AND instr(o.SearchName, 'åke') > 0", "IX_CustomerOrder_ServiceName", ["o.OrderedAt DESC", "o.Seq DESC"]),
        new("by service", "sort=service", "", "IX_CustomerOrder_ServiceName", ["o.ServiceName", "o.Seq"]),
        new("last page", "page=1000000", "", "IX_CustomerOrder_Ordered", ["o.OrderedAt", "o.Seq"], IsLast: true),
    ];

    private readonly TestDatabase _database = new();
    private readonly List<IScenario> _scenarios = [];

    public IReadOnlyList<IScenario> Scenarios => _scenarios;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var large = new LargeWorld();
        await using (var world = new World(_database))
        {
            await large.MakeAsync(world.Db, Orders, Accounts);
            await large.MakeOrdersAsync(world.Db);
        }

        (string Name, AccountReach Reach)[] reaches = [("100 %", large.Root), ("10 %", large.Tenth), ("1 %", large.Hundredth)];
        foreach (var view in Views)
            foreach (var (name, reach) in reaches)
                _scenarios.Add(new OrderListScenario(_database, $"a. orders list, {view.Name}, {name}", reach, view));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

/// <param name="Where">Further condition of the hand-written SQL.</param>
/// <param name="Index">That the count, and the page of who sees all, is read from.</param>
internal sealed record OrderListView(string Name, string Query, string Where, string Index, string[] Order, bool IsLast = false);

internal sealed class OrderListScenario(TestDatabase database, string name, AccountReach reach, OrderListView view) : IScenario
{
    private const string Rows = "o.OrganisationId = @organisationId AND o.IsHidden = 0";
    private readonly TestScope _scope = new(database, Viewer.Of(reach, Right.PlaceOrders));
    private readonly ListRequest _request = Viewer.Request(view.Query, ListOrders.Columns);
    private readonly SqliteDialect _dialect = new(database.Options.ConnectionString);
    private (string Count, string Page) _best;
    private int _total;

    public string Name => name;
    public Limit Limit => new(2.5);
    public int Rounds => 15;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var times = new List<((string, string) Shape, TimeSpan Time)>();
        foreach (var shape in Shapes().ToList())
        {
            _best = shape;
            await FloorAsync(cancellation);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            for (var i = 0; i < 3; i++) await FloorAsync(cancellation);
            times.Add((shape, watch.Elapsed));
        }

        _best = times.MinBy(t => t.Time).Shape;
    }

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        var page = await _scope.SendAsync(new ListOrders(_request));
        return page.Rows.Count > 0 && page.Total == _total ? null : throw new InvalidOperationException($"{page.Total} rows, the floor has {_total}.");
    }

    public async Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        await using var connection = await _dialect.OpenAsync(cancellation);
        var parameters = new { organisationId = reach.OrganisationId, reachId = reach.AccountId };
        _total = await connection.ExecuteScalarAsync<int>(_best.Count, parameters);
        var take = view.IsLast ? (_total - 1) % 20 + 1 : 20;
        await connection.QueryAsync<OrderRow>(_best.Page, new { parameters.organisationId, parameters.reachId, take });
        return null;
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();

    private IEnumerable<(string Count, string Page)> Shapes()
    {
        var gathered = reach.IsRoot
            ? $"CustomerOrder o INDEXED BY {view.Index} WHERE {Rows}{view.Where}"
            : $"AccountTree t CROSS JOIN CustomerOrder o INDEXED BY IX_CustomerOrder_Account ON o.AccountId = t.DescendantId WHERE t.AncestorId = @reachId AND {Rows}{view.Where}";
        var narrow = reach.IsRoot && view.Where.Length == 0 ? gathered.Replace(view.Index, "IX_CustomerOrder_State", StringComparison.Ordinal) : gathered;
        yield return ($"SELECT COUNT(*) FROM {narrow}", Page(gathered));
        var walk = view.Name.StartsWith("by", StringComparison.Ordinal) ? view.Index : "IX_CustomerOrder_Ordered";
        var within = reach.IsRoot ? "" : " AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = o.AccountId)";
        yield return ($"SELECT COUNT(*) FROM {narrow}", Page($"CustomerOrder o INDEXED BY {walk} WHERE {Rows}{view.Where}{within}"));
    }

    private string Page(string from)
    {
        var order = string.Join(", ", view.Order);
        return "SELECT o.Number, o.Type, o.State, o.ServiceName AS Service, a.DisplayName AS Account, o.OrderedAt, o.OrderedBy, o.ExpectedOn, o.EndedAt "
            + $"FROM (SELECT o.Seq AS RowSeq FROM {from} ORDER BY {order} LIMIT @take) x CROSS JOIN CustomerOrder o ON o.Seq = x.RowSeq JOIN Account a ON a.Id = o.AccountId ORDER BY {order}";
    }
}
