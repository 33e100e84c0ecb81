using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Connect.Benchmarks;

/// <summary>The least code that reads a part of the tree: a connection and hand-written SQL.</summary>
internal sealed class TreeFloor(TestDatabase database, AccountReach reach)
{
    private const string Node = "SELECT a.Id, a.Number, a.DisplayName, (SELECT COUNT(*) FROM Account c WHERE c.ParentId = a.Id) AS ChildCount FROM";
    private const string Children = $"{Node} Account a WHERE a.ParentId = @id ORDER BY a.DisplayName, a.Seq LIMIT 100";
    private const string Within = "EXISTS (SELECT 1 FROM AccountTree r WHERE r.AncestorId = @reachId AND r.DescendantId = a.Id)";
    private const string Path = $"{Node} AccountTree t JOIN Account a ON a.Id = t.AncestorId WHERE t.DescendantId = @id AND {Within} ORDER BY t.Depth DESC";
    private const string Found = "(instr(a.SearchName, @text) > 0 OR instr(a.Number, @text) > 0 OR (a.Alias IS NOT NULL AND instr(lower(a.Name), @text) > 0))";
    private const string Row = "a.Id, a.DisplayName, a.Number, p.DisplayName AS Above, a.InvoiceReference, a.OrganisationNumber, a.City";

    private static readonly Stmt SelectNumber = "SELECT Number FROM Account WHERE Id = @id";
    private static readonly Stmt SelectDeepest = "SELECT a.Number FROM AccountTree t JOIN Account a ON a.Id = t.DescendantId WHERE t.AncestorId = @id ORDER BY t.Depth DESC LIMIT 1";
    private readonly SqliteDialect _dialect = new(database.Options.ConnectionString);

    public static async Task<string> NumberAsync(DbSession db, Guid id) => (await db.FirstOrDefaultAsync<string>(SelectNumber, new { id }))!;

    public static async Task<string> DeepestAsync(DbSession db, Guid id) => (await db.FirstOrDefaultAsync<string>(SelectDeepest, new { id }))!;

    public Task<int> BranchAsync(Guid id, string? number = null) => RunAsync(async connection =>
    {
        if (number is not null) id = await connection.ExecuteScalarAsync<Guid>($"SELECT a.Id FROM Account a WHERE a.Number = @number AND {Within}", new { number, reachId = reach.AccountId });
        await connection.QueryAsync(Path, new { id, reachId = reach.AccountId });
        return (await connection.QueryAsync(Children, new { id })).AsList().Count;
    });

    public Task<int> OpenedAsync(string number) => RunAsync(async connection =>
    {
        var id = await connection.ExecuteScalarAsync<Guid>($"SELECT a.Id FROM Account a WHERE a.Number = @number AND {Within}", new { number, reachId = reach.AccountId });
        var path = (await connection.QueryAsync<Step>(Path, new { id, reachId = reach.AccountId })).AsList();
        foreach (var step in path) await connection.QueryAsync(Children, new { id = step.Id });
        return path.Count;
    });

    public Task<int> SearchAsync(string text) => RunAsync(async connection =>
    {
        var from = reach.IsRoot
            ? $"Account a INDEXED BY IX_Account_Search WHERE a.OrganisationId = @organisationId AND {Found}"
            : $"AccountTree t CROSS JOIN Account a ON a.Id = t.DescendantId WHERE t.AncestorId = @reachId AND {Found}";
        var hits = await connection.QueryAsync<Step>($"SELECT a.Id, a.Number, a.DisplayName FROM {from} ORDER BY a.DisplayName, a.Seq LIMIT 31", new { organisationId = reach.OrganisationId, reachId = reach.AccountId, text });
        var ids = hits.Select(hit => hit.Id).ToArray();
        return (await connection.QueryAsync($"SELECT t.DescendantId, a.DisplayName FROM AccountTree t JOIN Account a ON a.Id = t.AncestorId WHERE t.DescendantId IN @ids AND {Within} ORDER BY t.Depth DESC",
            new { ids, reachId = reach.AccountId })).AsList().Count;
    });

    public Task<int> ListAsync() => RunAsync(async connection =>
    {
        var parameters = new { organisationId = reach.OrganisationId, reachId = reach.AccountId };
        await connection.ExecuteScalarAsync<int>(reach.IsRoot
            ? "SELECT COUNT(*) FROM Account a INDEXED BY IX_Account_Number WHERE a.OrganisationId = @organisationId"
            : "SELECT COUNT(*) FROM AccountTree t CROSS JOIN Account a ON a.Id = t.DescendantId WHERE t.AncestorId = @reachId AND a.OrganisationId = @organisationId", parameters);
        var page = $"SELECT {Row} FROM Account a INDEXED BY IX_Account_Search LEFT JOIN Account p ON p.Id = a.ParentId WHERE a.OrganisationId = @organisationId{(reach.IsRoot ? "" : $" AND {Within}")} ORDER BY a.DisplayName, a.Seq LIMIT 20";
        return (await connection.QueryAsync(page, parameters)).AsList().Count;
    });

    private async Task<int> RunAsync(Func<SqliteConnection, Task<int>> work)
    {
        await using var connection = (SqliteConnection)await _dialect.OpenAsync(CancellationToken.None);
        return await work(connection);
    }

    private sealed record Step { public Guid Id { get; init; } }
}
