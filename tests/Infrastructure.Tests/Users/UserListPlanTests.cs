using Connect.Application.Common.Lists;
using Connect.Application.Users;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Lists;
using Connect.Infrastructure.Users;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Users;

/// <summary>How SQLite goes about the users list.</summary>
public sealed class UserListPlanTests
{
    [Theory]
    [InlineData("name")]
    [InlineData("user-name")]
    [InlineData("email")]
    public async Task Whoever_reaches_a_part_reads_the_users_and_people_of_that_part_only(string column)
    {
        await using var database = new TestDatabase();
        await using var world = new World(database);
        var large = new LargeWorld();
        await large.MakeAsync(world.Db, 0, 60, users: 600);
        var plan = new ListPlan(UserList.Source, ListUsers.Columns, large.Tenth, new ListRequest().With(column, new TextFilter(TextMatch.Contains, "e")));

        (await world.Db.FirstOrDefaultAsync<int>(plan.Count(), plan.Parameters)).ShouldBeInRange(40, 160);
        (plan.Parameters["skip"], plan.Parameters["take"]) = (0, 20);
        foreach (var statement in new[] { plan.Count(), plan.Page(walk: false, reverse: false) })
        {
            var steps = (await world.Db.ListAsync<Step>(new Stmt("EXPLAIN QUERY PLAN " + statement.Sqlite, statement.SqlServer), plan.Parameters)).Select(step => step.Detail).ToList();
            steps.ShouldContain(step => step.StartsWith("SEARCH t USING PRIMARY KEY (AncestorId=?", StringComparison.Ordinal));
            steps.ShouldNotContain(step => step.Contains("OrganisationId", StringComparison.Ordinal) || step.StartsWith("SCAN u", StringComparison.Ordinal) || step.StartsWith("SCAN f", StringComparison.Ordinal), string.Join(" | ", steps));
        }
    }

    private sealed record Step { public string Detail { get; init; } = ""; }
}
