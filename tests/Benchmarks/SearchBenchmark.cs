using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Search;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Benchmarks;

/// <summary>
/// e. The search field while somebody types, over 100 000 services, for users who see all, a tenth and a hundredth of it: part of a name or
/// number, one letter, and what nobody is called. The floor is the bare look-up in the index on a connection of its own.
/// </summary>
public sealed class SearchBenchmark : IScenarioGroup
{
    private const int Services = 100_000, Accounts = 5_000;
    private static readonly string[] Typed = ["åke", "gström", "a", "9 90", "0799050", "zzz"];
    private readonly TestDatabase _database = new();
    private readonly List<IScenario> _scenarios = [];

    public IReadOnlyList<IScenario> Scenarios => _scenarios;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var large = new LargeWorld();
        await using (var world = new World(_database)) await large.MakeAsync(world.Db, Services, Accounts);
        await using (var scope = new TestScope(_database))
        {
            await scope.RunAsync(async services =>
            {
                await services.GetServices<IRecurringWork>().Single(work => work.Name == "search-index").RunAsync(cancellation);
                return true;
            });
        }

        (string Name, AccountReach Reach)[] reaches = [("100 %", large.Root), ("10 %", large.Tenth), ("1 %", large.Hundredth)];
        foreach (var typed in Typed)
            foreach (var (name, reach) in reaches)
                _scenarios.Add(new SearchScenario(_database, $"e. search '{typed}', {name}", reach, typed));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

/// <summary>What is found while somebody types, against a bare look-up on a connection of its own.</summary>
internal abstract class FindScenario(TestDatabase database, string name, UserIdentity viewer, string typed) : IScenario
{
    private readonly TestScope _scope = new(database, viewer);

    protected SqliteDialect Dialect { get; } = new(database.Options.ConnectionString);

    protected string Typed => typed;

    public string Name => name;
    public Limit Limit => new(2, TimeSpan.FromMilliseconds(5));
    public int Rounds => 15;

    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        await _scope.SendAsync(new FindAnything(typed, FindAnything.AsSuggestions));
        return null;
    }

    public abstract Task<TimeSpan?> FloorAsync(CancellationToken cancellation);

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}

internal sealed class SearchScenario(TestDatabase database, string name, AccountReach reach, string typed) : FindScenario(database, name, Viewer.Of(reach), typed)
{
    private const string Select = """
        SELECT s.Id, s.UserName, s.PhoneNumber, s.FixedNumber, s.Status, p.Name AS Product, a.DisplayName AS Account
        FROM SearchTerm t CROSS JOIN Subscription s ON s.Seq = t.SubjectSeq CROSS JOIN Product p ON p.Id = s.ProductId CROSS JOIN Account a ON a.Id = s.AccountId
        WHERE t.OrganisationSeq = (SELECT o.Seq FROM Organisation o WHERE o.Id = @organisationId) AND t.Kind = 1 AND t.Term >= @from AND t.Term < @before AND s.IsHidden = 0
          AND EXISTS (SELECT 1 FROM AccountTree r WHERE r.AncestorId = @reachId AND r.DescendantId = s.AccountId)
        ORDER BY t.Term LIMIT 6
        """;

    public override async Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        await using var connection = await Dialect.OpenAsync(cancellation);
        var text = SearchText.Read(Typed)!;
        var from = text.Numbers.Count > 0 ? text.Numbers[0] : SwedishText.Fold(text.Text);
        await connection.QueryAsync<(string, string, string, string, int, string, string)>(Select, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, from, before = from + '\uFFFF' });
        return null;
    }
}
