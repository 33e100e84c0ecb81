using Connect.Application.Common.Lists;
using Connect.Application.Search;
using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Dapper;

namespace Connect.Benchmarks;

/// <summary>
/// a and e for users: their list and the search for them, over 10 000 users and 5 000 accounts, for users who see all, a tenth and a hundredth of it.
/// The floor opens a connection and runs hand-written SQL; no index holds the parts of their names, so that of the search compares one by one too.
/// </summary>
public sealed class UsersBenchmark : IScenarioGroup
{
    private const int Users = 10_000, Accounts = 5_000;
    private static readonly (string Name, string Query, string Where, string Order, bool IsLast)[] Views =
    [
        ("default view", "", "", "p.Name, u.Seq", false),
        ("name contains", "f.name=~åke", " AND p.Name LIKE '%åke%' ESCAPE '\\'", "p.Name, u.Seq", false),
        ("by last log-in", "sort=-last-login", "", "u.LastLoginAt DESC, p.Name DESC, u.Seq DESC", false),
        ("last page", "page=1000000", "", "p.Name DESC, u.Seq DESC", true),
    ];

    private static readonly string[] Typed = ["åke", "a", "user99", "zzz"];
    private readonly TestDatabase _database = new();
    private readonly List<IScenario> _scenarios = [];

    public IReadOnlyList<IScenario> Scenarios => _scenarios;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var large = new LargeWorld();
        await using (var world = new World(_database)) await large.MakeAsync(world.Db, 0, Accounts, users: Users);
        (string Name, AccountReach Reach)[] reaches = [("100 %", large.Root), ("10 %", large.Tenth), ("1 %", large.Hundredth)];
        foreach (var (view, query, where, order, isLast) in Views)
            foreach (var (name, reach) in reaches)
                _scenarios.Add(new UserListScenario(_database, $"a. users list, {view}, {name}", reach, Viewer.Request(query, ListUsers.Columns), where, order, isLast));
        foreach (var typed in Typed)
            foreach (var (name, reach) in reaches)
                _scenarios.Add(new UserSearchScenario(_database, $"e. user search '{typed}', {name}", reach, typed));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

/// <summary>What both floors are made of.</summary>
internal static class UserFloor
{
    public static string From(AccountReach reach) => reach.IsRoot
        ? "PortalUser u JOIN ContactPerson p ON p.Id = u.ContactPersonId WHERE u.OrganisationId = @organisationId"
        : "AccountTree t CROSS JOIN PortalUser u INDEXED BY IX_PortalUser_Account ON u.AccountId = t.DescendantId JOIN ContactPerson p ON p.Id = u.ContactPersonId WHERE t.AncestorId = @reachId";

    public static object Parameters(AccountReach reach) => new { organisationId = reach.OrganisationId, reachId = reach.AccountId };
}

internal sealed class UserListScenario(TestDatabase database, string name, AccountReach reach, ListRequest request, string where, string order, bool isLast) : IScenario
{
    private readonly TestScope _scope = new(database, Viewer.Of(reach, Right.ManageUsers));
    private readonly SqliteDialect _dialect = new(database.Options.ConnectionString);
    private int _total;

    public string Name => name;
    public Limit Limit => new(2.5);
    public int Rounds => 15;

    public Task PrepareAsync(CancellationToken cancellation) => FloorAsync(cancellation);

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        var page = await _scope.SendAsync(new ListUsers(request));
        return page.Rows.Count > 0 && page.Total == _total ? null : throw new InvalidOperationException($"{page.Total} rows, the floor has {_total}.");
    }

    public async Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        await using var connection = await _dialect.OpenAsync(cancellation);
        _total = await connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM {UserFloor.From(reach)}{where}", UserFloor.Parameters(reach));
        var take = isLast ? (_total - 1) % 20 + 1 : 20;
        await connection.QueryAsync<UserRow>($"""
            SELECT u.Id, p.Name, u.UserName, CASE WHEN a.ParentId IS NULL THEN 1 ELSE 2 END AS Type, a.DisplayName AS Account, a.Number AS AccountNumber, u.Email,
                CASE WHEN u.SmsTwoFactor = 1 THEN 1 ELSE 0 END + CASE WHEN w.Secret IS NULL THEN 0 ELSE 2 END AS TwoFactor, u.LastLoginAt,
                CASE WHEN u.IsActive = 0 THEN 3 WHEN u.PasswordHash IS NULL THEN 2 ELSE 1 END AS Status
            FROM (SELECT u.Seq AS RowSeq FROM {UserFloor.From(reach)}{where} ORDER BY {order} LIMIT {take}) x
            CROSS JOIN PortalUser u ON u.Seq = x.RowSeq JOIN Account a ON a.Id = u.AccountId JOIN ContactPerson p ON p.Id = u.ContactPersonId
            LEFT JOIN UserAuthenticator w ON w.UserId = u.Id
            ORDER BY {order}
            """, UserFloor.Parameters(reach));
        return null;
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}

internal sealed class UserSearchScenario(TestDatabase database, string name, AccountReach reach, string typed) : FindScenario(database, name, Viewer.Of(reach, Right.ManageUsers), typed)
{
    public override async Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        await using var connection = await Dialect.OpenAsync(cancellation);
        await connection.QueryAsync<(string, string, string, string, bool)>($"""
            SELECT u.Id, p.Name, u.UserName, u.Email, u.IsActive FROM {UserFloor.From(reach)}
              AND (instr(u.UserNameKey, @typed) > 0 OR instr(u.EmailKey, @typed) > 0 OR instr(lower(p.Name), @typed) > 0) ORDER BY u.IsActive DESC, p.Name, u.Seq LIMIT 6
            """, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, typed = Typed });
        return null;
    }
}
