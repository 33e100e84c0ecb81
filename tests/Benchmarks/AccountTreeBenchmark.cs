using Connect.Application.Accounts;
using Connect.Application.Common.Lists;
using Connect.Domain.Users;
using Connect.TestKit;

namespace Connect.Benchmarks;

/// <summary>
/// f. The account tree over 5 000 and 10 000 accounts in chains of 50 levels, for users who see all and a hundredth of it: first paint, an
/// expanded branch, the tree opened 50 levels down, and a search. The product goes through its whole pipeline; the floor opens a connection and runs the bare SQL.
/// </summary>
public sealed class AccountTreeBenchmark : IScenarioGroup
{
    private const int Depth = 50;
    private readonly List<TestDatabase> _databases = [];
    private readonly List<IScenario> _scenarios = [];

    public IReadOnlyList<IScenario> Scenarios => _scenarios;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        foreach (var accounts in new[] { 5_000, 10_000 })
        {
            var (database, large) = (new TestDatabase(), new LargeWorld());
            _databases.Add(database);
            await using var world = new World(database);
            await large.MakeAsync(world.Db, 100, accounts, Depth);
            foreach (var (who, reach) in new[] { ("100 %", large.Root), ("10 %", large.Tenth), ("1 %", large.Hundredth) })
            {
                var top = await TreeFloor.NumberAsync(world.Db, reach.AccountId);
                var deep = await TreeFloor.DeepestAsync(world.Db, reach.AccountId);
                TreeScenario Of(string what, Func<TestScope, Task> product, Func<TreeFloor, Task<int>> floor) => new(database, $"f. {accounts} accounts, {what}, {who}", reach, product, floor);
                _scenarios.Add(Of("first paint", scope => scope.SendAsync(new GetAccountTree(null)), floor => floor.BranchAsync(reach.AccountId)));
                _scenarios.Add(Of("expand", scope => scope.SendAsync(new GetAccountBranch(top)), floor => floor.BranchAsync(reach.AccountId, top)));
                _scenarios.Add(Of("opened 50 levels down", scope => scope.SendAsync(new GetAccountTree(deep)), floor => floor.OpenedAsync(deep)));
                _scenarios.Add(Of("search", scope => scope.SendAsync(new SearchAccounts("avdelning 4")), floor => floor.SearchAsync("avdelning 4")));
                _scenarios.Add(Of("list", scope => scope.SendAsync(new ListAccounts(new ListRequest())), floor => floor.ListAsync()));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases) await database.DisposeAsync();
    }
}

internal sealed class TreeScenario(TestDatabase database, string name, AccountReach reach, Func<TestScope, Task> product, Func<TreeFloor, Task<int>> floor) : IScenario
{
    private readonly TestScope _scope = new(database, Viewer.Of(reach) with { Rights = new HashSet<Right> { Right.ViewAccounts } });
    private readonly TreeFloor _floor = new(database, reach);

    public string Name => name;
    public Limit Limit => new(2, TimeSpan.FromMilliseconds(5));
    public int Rounds => 15;

    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        await product(_scope);
        return null;
    }

    public async Task<TimeSpan?> FloorAsync(CancellationToken cancellation) =>
        await floor(_floor) > 0 ? null : throw new InvalidOperationException($"{name}: the floor found nothing.");

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
