using System.Diagnostics;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Dapper;

namespace Connect.Benchmarks;

/// <summary>
/// a. The services list over 100 000 services and 5 000 accounts, for users who see all, a tenth and a hundredth of it. The product
/// goes through its whole pipeline; the floor opens a connection and runs hand-written SQL, the quickest of the shapes tried.
/// </summary>
public sealed class ServicesListBenchmark : IScenarioGroup
{
    private const int Services = 100_000, Accounts = 5_000;
    private readonly TestDatabase _database = new();
    private readonly List<IScenario> _scenarios = [];

    public IReadOnlyList<IScenario> Scenarios => _scenarios;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var large = new LargeWorld();
        await using (var world = new World(_database)) await large.MakeAsync(world.Db, Services, Accounts);
        (string Name, AccountReach Reach)[] reaches = [("100 %", large.Root), ("10 %", large.Tenth), ("1 %", large.Hundredth)];
        foreach (var view in View.All)
            foreach (var (name, reach) in reaches)
                _scenarios.Add(new ListScenario(_database, $"a. services list, {view.Name}, {name}", reach, view));
        _scenarios.Add(new WorstAgainstBest(_database, large));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

/// <param name="Where">Further condition of the hand-written SQL.</param>
/// <param name="Order">Columns and index of the hand-written SQL.</param>
internal sealed record View(string Name, string Query, string Where, string Index, string[] Order, bool LastPage = false)
{
    public static readonly View[] All =
    [
        new("default view", "", "", "IX_Subscription_UserName", ["s.UserName", "s.Seq"]),
        new("contains", "f.name=~åke", " AND instr(s.SearchName, 'åke') > 0", "IX_Subscription_UserName", ["s.UserName", "s.Seq"]),
        new("by price", "sort=price", "", "IX_Subscription_Price", ["s.MonthlyPrice", "s.UserName", "s.Seq"]),
        new("by account", "sort=account", "", "", ["a.DisplayName", "a.Seq", "s.UserName", "s.Seq"]),
        new("last page", "page=1000000", "", "IX_Subscription_UserName", ["s.UserName", "s.Seq"], LastPage: true),
    ];
}

internal sealed class ListScenario(TestDatabase database, string name, AccountReach reach, View view) : IScenario
{
    private readonly TestScope _scope = new(database, Viewer.Of(reach));
    private readonly ListRequest _request = Viewer.Request(view.Query);
    private readonly Floor _floor = new(database, reach, view);

    public string Name => name;
    public Limit Limit => new(2.5);
    public int Rounds => 15;

    public Task PrepareAsync(CancellationToken cancellation) => _floor.ChooseAsync();

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        var page = await _scope.SendAsync(new ListSubscriptions(_request));
        return page.Rows.Count > 0 && page.Total == _floor.Total ? null : throw new InvalidOperationException($"{page.Total} rows, the floor has {_floor.Total}.");
    }

    public async Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        await _floor.RunAsync();
        return null;
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}

/// <summary>The default view of the user who waits longest against that of the one who waits least.</summary>
internal sealed class WorstAgainstBest(TestDatabase database, LargeWorld large) : IScenario
{
    private readonly TestScope[] _scopes = [.. new[] { large.Root, large.Tenth, large.Hundredth }.Select(reach => new TestScope(database, Viewer.Of(reach)))];
    private readonly ListRequest _request = Viewer.Request("");
    private (TestScope Best, TestScope Worst) _chosen;

    public string Name => "a. services list, default view, worst reach against best";
    public Limit Limit => new(5);
    public int Rounds => 15;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var times = new List<(TestScope Scope, TimeSpan Time)>();
        foreach (var scope in _scopes)
        {
            for (var i = 0; i < 5; i++) await scope.SendAsync(new ListSubscriptions(_request));
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < 10; i++) await scope.SendAsync(new ListSubscriptions(_request));
            times.Add((scope, watch.Elapsed));
        }

        _chosen = (times.MinBy(t => t.Time).Scope, times.MaxBy(t => t.Time).Scope);
    }

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        await _chosen.Worst.SendAsync(new ListSubscriptions(_request));
        return null;
    }

    public async Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        await _chosen.Best.SendAsync(new ListSubscriptions(_request));
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes) await scope.DisposeAsync();
    }
}

internal static class Viewer
{
    public static UserIdentity Of(AccountReach reach, params Right[] rights) => new()
    {
        Id = Guid.NewGuid(), UserName = "bench", DisplayName = "Bench", OrganisationName = "Storkund AB", Reach = reach,
        Rights = new HashSet<Right>(rights.Length == 0 ? [Right.ViewSubscriptions] : rights), Language = "sv",
    };

    public static ListRequest Request(string query, ListColumns? columns = null) => ListRequest.Parse(
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).Select(part => new KeyValuePair<string, string?>(part[0], part[1])), columns ?? ListSubscriptions.Columns).OrThrow();
}

/// <summary>The least code: a connection, the exact count and one page, by the quickest of the shapes written by hand.</summary>
internal sealed class Floor(TestDatabase database, AccountReach reach, View view)
{
    private const string Rows = "s.OrganisationId = @organisationId AND s.IsHidden = 0 AND s.Status IN (2, 3, 4)";
    private const string Select = """
        SELECT s.Id, s.Status, s.Kind, s.UserName, s.PhoneNumber, s.FixedNumber, p.Name AS Product, a.DisplayName AS Account, s.MonthlyPrice, s.CostCentre, s.EmployeeNumber, s.EndsOn
        """;

    private readonly SqliteDialect _dialect = new(database.Options.ConnectionString);
    private (string Count, string Page) _best;

    public int Total { get; private set; }

    public async Task ChooseAsync()
    {
        var quickest = TimeSpan.MaxValue;
        foreach (var count in Counts())
        {
            foreach (var page in Pages())
            {
                _best = (count, page);
                await RunAsync();
                var watch = Stopwatch.StartNew();
                for (var i = 0; i < 3; i++) await RunAsync();
                if (watch.Elapsed < quickest) (quickest, _chosen) = (watch.Elapsed, (count, page));
            }
        }

        _best = _chosen;
    }

    private (string Count, string Page) _chosen;

    public async Task RunAsync()
    {
        await using var connection = await _dialect.OpenAsync(CancellationToken.None);
        var parameters = new { organisationId = reach.OrganisationId, reachId = reach.AccountId };
        Total = await connection.ExecuteScalarAsync<int>(_best.Count, parameters);
        var take = view.LastPage ? (Total - 1) % 20 + 1 : 20;
        var rows = (await connection.QueryAsync<SubscriptionRow>(_best.Page, new { parameters.organisationId, parameters.reachId, take })).AsList();
        if (view.LastPage) rows.Reverse();
    }

    private IEnumerable<string> Counts()
    {
        if (reach.IsRoot)
        {
            foreach (var index in view.Where.Length > 0 ? ["IX_Subscription_UserName"] : new[] { "IX_Subscription_Status", "IX_Subscription_UserName" })
                yield return $"SELECT COUNT(*) FROM Subscription s INDEXED BY {index} WHERE {Rows}{view.Where}";
            yield break;
        }

        yield return $"SELECT COUNT(*) FROM AccountTree t CROSS JOIN Subscription s INDEXED BY IX_Subscription_Account ON s.AccountId = t.DescendantId WHERE t.AncestorId = @reachId AND {Rows}{view.Where}";
        yield return $"SELECT COUNT(*) FROM Subscription s INDEXED BY IX_Subscription_UserName WHERE {Rows}{view.Where} AND {InReach("s.AccountId")}";
    }

    private IEnumerable<string> Pages()
    {
        var order = string.Join(", ", view.Order.Select(column => view.LastPage ? column + " DESC" : column));
        var within = reach.IsRoot ? "" : $" AND {InReach("s.AccountId")}";
        var walked = view.Index.Length > 0
            ? $"Subscription s INDEXED BY {view.Index} WHERE {Rows}{view.Where}{within}"
            : $"Account a INDEXED BY IX_Account_DisplayName CROSS JOIN Subscription s INDEXED BY IX_Subscription_Account ON s.AccountId = a.Id WHERE a.OrganisationId = @organisationId AND {Rows}{view.Where}{(reach.IsRoot ? "" : " AND " + InReach("a.Id"))}";
        yield return Page(walked, order);
        var account = view.Index.Length > 0 ? "" : "JOIN Account a ON a.Id = s.AccountId ";
        yield return reach.IsRoot
            ? Page($"Subscription s {account}WHERE {Rows}{view.Where}", order)
            : Page($"AccountTree t CROSS JOIN Subscription s INDEXED BY IX_Subscription_Account ON s.AccountId = t.DescendantId {account}WHERE t.AncestorId = @reachId AND {Rows}{view.Where}", order);
    }

    private static string Page(string from, string order) =>
        $"{Select} FROM (SELECT s.Seq AS RowSeq FROM {from} ORDER BY {order} LIMIT @take) x CROSS JOIN Subscription s ON s.Seq = x.RowSeq JOIN Account a ON a.Id = s.AccountId JOIN Product p ON p.Id = s.ProductId ORDER BY {order}";

    private static string InReach(string account) => $"EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = {account})";
}
