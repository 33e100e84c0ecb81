using System.Diagnostics;
using Connect.Application.Audit;
using Connect.Application.Common.Lists;
using Connect.Domain.Users;
using Connect.Infrastructure.Audit;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Dapper;

namespace Connect.Benchmarks;

/// <summary>
/// a. The audit log over 1 000 000 entries of 10 000 users and 5 000 accounts, for users who see all, a tenth and a hundredth of it. The floor opens a
/// connection and runs hand-written SQL, the quicker of two shapes.
/// </summary>
public sealed class AuditListBenchmark : IScenarioGroup
{
    private const int Entries = 1_000_000, Users = 10_000, Accounts = 5_000;
    private const string ByName = """
         AND (e.Actor LIKE '%ärla%' OR e.UserId IN (SELECT v.Id FROM ContactPerson f JOIN PortalUser v ON v.ContactPersonId = f.Id
        WHERE f.OrganisationId = @organisationId AND f.Name LIKE '%ärla%' AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = f.AccountId)))
        """;

    private static readonly (string Name, string Query, string Where, bool IsLast)[] Views =
    [
        ("default view", "", "", false),
        ("by a person's name", "f.actor=~ärla", ByName, false),
        ("refused ones", "f.outcome=refused", " AND e.Outcome = 2", false),
        ("last page", "page=1000000", "", true),
    ];

    private readonly TestDatabase _database = new();
    private readonly List<IScenario> _scenarios = [];

    public IReadOnlyList<IScenario> Scenarios => _scenarios;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var large = new LargeWorld();
        await using (var world = new World(_database))
        {
            await large.MakeAsync(world.Db, 0, Accounts, users: Users);
            await large.MakeAuditAsync(world.Db, Entries);
        }

        (string Name, AccountReach Reach)[] reaches = [("100 %", large.Root), ("10 %", large.Tenth), ("1 %", large.Hundredth)];
        foreach (var (view, query, where, isLast) in Views)
            foreach (var (name, reach) in reaches)
                _scenarios.Add(new AuditListScenario(_database, $"a. audit log, {view}, {name}", reach, Viewer.Request(query, ListAuditLog.Columns), where, isLast));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

internal sealed class AuditListScenario(TestDatabase database, string name, AccountReach reach, ListRequest request, string where, bool isLast) : IScenario
{
    private const string Select = $"SELECT e.Id, e.At, e.Actor, e.Action, e.Outcome, {AuditList.Subject} AS Subject, a.DisplayName AS Account, e.Address, e.Reason";
    private readonly TestScope _scope = new(database, Viewer.Of(reach, Right.ManageUsers));
    private readonly SqliteDialect _dialect = new(database.Options.ConnectionString);
    private (string Count, string Page) _best;
    private int _total;

    public string Name => name;
    public Limit Limit => new(2.5);

    private string Gathered => reach.IsRoot ? $"AuditEntry e WHERE e.OrganisationId = @organisationId{where}"
        : $"AccountTree t CROSS JOIN AuditEntry e INDEXED BY IX_AuditEntry_Account ON e.AccountId = t.DescendantId WHERE t.AncestorId = @reachId AND e.OrganisationId = @organisationId{where}";

    private string Walked => $"AuditEntry e INDEXED BY IX_AuditEntry_At WHERE e.OrganisationId = @organisationId{where}"
        + (reach.IsRoot ? "" : " AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = e.AccountId)");

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var (quickest, chosen) = (TimeSpan.MaxValue, _best);
        foreach (var count in new[] { Gathered, Walked })
            foreach (var page in new[] { Gathered, Walked })
            {
                _best = (count, page);
                await FloorAsync(cancellation);
                var watch = Stopwatch.StartNew();
                await FloorAsync(cancellation);
                if (watch.Elapsed < quickest) (quickest, chosen) = (watch.Elapsed, _best);
            }

        _best = chosen;
    }

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        var page = await _scope.SendAsync(new ListAuditLog(request));
        return page.Rows.Count > 0 && page.Total == _total ? null : throw new InvalidOperationException($"{page.Total} rows, the floor has {_total}.");
    }

    public async Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        await using var connection = await _dialect.OpenAsync(cancellation);
        var parameters = new { organisationId = reach.OrganisationId, reachId = reach.AccountId };
        _total = await connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM {_best.Count}", parameters);
        var (take, order) = isLast ? ((_total - 1) % 20 + 1, "e.At, e.Seq") : (20, "e.At DESC, e.Seq DESC");
        await connection.QueryAsync<AuditLine>($"""
            {Select} FROM (SELECT e.Seq AS RowSeq FROM {_best.Page} ORDER BY {order} LIMIT {take}) x
            CROSS JOIN AuditEntry e ON e.Seq = x.RowSeq LEFT JOIN Account a ON a.Id = e.AccountId ORDER BY {order}
            """, parameters);
        return null;
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
