using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Subscriptions;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Subscriptions;

/// <summary>How SQLite finds whose data runs out: from those who asked, so that a round costs nothing where nobody did, and never through all traffic.</summary>
public sealed class DataWarningPlanTests
{
    [Fact]
    public async Task It_begins_with_those_who_asked_and_reads_only_the_traffic_of_their_services_and_of_the_month()
    {
        await using var database = new TestDatabase();
        await using var world = new World(database);
        await new LargeWorld().MakeAsync(world.Db, 300, 60, users: 20);
        foreach (var statement in new[] { DataWarningStore.SelectDueOfAll, DataWarningStore.SelectDueOfSome })
        {
            var plan = await PlanAsync(world.Db, statement);
            plan.Where(step => step.StartsWith("SCAN", StringComparison.Ordinal)).ShouldAllBe(step => step.StartsWith("SCAN w ", StringComparison.Ordinal) || step == "SCAN x", string.Join(" | ", plan));
            plan.Count(step => step == "SEARCH m USING PRIMARY KEY (SubscriptionSeq=? AND Month=?)").ShouldBe(2);
        }
    }

    private static async Task<IReadOnlyList<string>> PlanAsync(DbSession db, Stmt statement) =>
        [.. (await db.ListAsync<Step>(new Stmt("EXPLAIN QUERY PLAN " + statement.Sqlite, statement.SqlServer), new { month = new DateOnly(2026, 3, 1), right = Right.ViewSubscriptions, take = 10 })).Select(step => step.Detail)];

    private sealed record Step { public string Detail { get; init; } = ""; }
}
