using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Users;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Users;

/// <summary>How SQLite finds a contact person by a part of a text: in the index alone, and the part of the tree only for whoever reaches a part.</summary>
public sealed class ContactPersonPlanTests
{
    [Fact]
    public async Task No_persons_row_is_read_to_compare_its_texts()
    {
        await using var database = new TestDatabase();
        await using var world = new World(database);
        var large = new LargeWorld();
        await large.MakeAsync(world.Db, 0, 60, users: 600);

        var all = await PlanAsync(world.Db, PickContactPersonsHandler.SelectAll, large.Root.AccountId);
        all.ShouldContain("SEARCH p USING COVERING INDEX IX_ContactPerson_Search (OrganisationId=?)");
        all.ShouldNotContain(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal), string.Join(" | ", all));
        var part = await PlanAsync(world.Db, PickContactPersonsHandler.SelectPart, large.Tenth.AccountId);
        part.ShouldContain("SEARCH t USING PRIMARY KEY (AncestorId=?)");
        part.ShouldContain("SEARCH p USING COVERING INDEX IX_ContactPerson_Account (AccountId=?)");

        async Task<IReadOnlyList<string>> PlanAsync(DbSession db, Stmt statement, Guid accountId) =>
            [.. (await db.ListAsync<Step>(new Stmt("EXPLAIN QUERY PLAN " + statement.Sqlite, statement.SqlServer), new { large.OrganisationId, AccountId = accountId, text = "e", take = 31 })).Select(step => step.Detail)];
    }

    private sealed record Step { public string Detail { get; init; } = ""; }
}
