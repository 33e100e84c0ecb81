using Connect.Application.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Lists;
using Connect.Infrastructure.Tests.SqlServer;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Subscriptions;

public sealed class ListStatementsTests
{
    [Fact]
    public async Task Every_statement_of_every_list_runs()
    {
        await using var database = new TestDatabase();
        await using var world = new World(database);
        var statements = ListStatements.All().ToList();
        statements.Count.ShouldBeGreaterThan(100);
        foreach (var (_, statement, parameters) in statements) await world.Db.ListAsync<dynamic>(statement, parameters);
    }

    [Fact]
    public void Every_statement_of_every_list_binds_against_the_SQL_Server_schema() =>
        StatementTests.Findings(ListStatements.All().Select(s => ParameterTypes.Infer(s.Name, s.Statement.SqlServer, Schema.Verifier.Tables))).ShouldBeEmpty();

    [Fact]
    public async Task Both_shapes_give_the_same_rows_for_every_order_and_reach()
    {
        await using var database = new TestDatabase();
        await using var world = new World(database);
        var large = new LargeWorld();
        await large.MakeAsync(world.Db, 600, 60);
        foreach (var reach in new[] { large.Root, large.Tenth })
        {
            foreach (var column in ListSubscriptions.Columns.Columns)
            {
                var plan = new ListPlan(Infrastructure.Subscriptions.SubscriptionList.Source, ListSubscriptions.Columns, reach, new() { Sort = new(column.Key, true) });
                (plan.Parameters["skip"], plan.Parameters["take"]) = (7, 20);
                var gathered = await world.Db.ListAsync<SubscriptionRow>(plan.Page(walk: false, reverse: false), plan.Parameters);
                gathered.Count.ShouldBe(20);
                (await world.Db.ListAsync<SubscriptionRow>(plan.Page(walk: true, reverse: false), plan.Parameters)).ShouldBe(gathered, column.Key);
                plan.Parameters["skip"] = await world.Db.FirstOrDefaultAsync<int>(plan.Count(), plan.Parameters.Where(p => p.Key is not ("skip" or "take")).ToDictionary()) - 27;
                var backwards = await world.Db.ListAsync<SubscriptionRow>(plan.Page(walk: true, reverse: true), plan.Parameters);
                backwards.Reverse().ShouldBe(gathered, column.Key);
            }
        }
    }

    [Fact]
    public async Task What_an_index_has_in_order_is_not_sorted_again()
    {
        await using var database = new TestDatabase();
        await using var world = new World(database);
        var source = Infrastructure.Subscriptions.SubscriptionList.Source;
        var large = new LargeWorld();
        await large.MakeAsync(world.Db, 600, 60);
        foreach (var key in source.Columns.Where(column => column.Value.Index is not null).Select(column => column.Key))
        {
            var plan = new ListPlan(source, ListSubscriptions.Columns, large.Tenth, new() { Sort = new(key) });
            var page = plan.Page(walk: true, reverse: true);
            var walk = page.Sqlite;
            // The numbers of the page's rows; the rows themselves are put in order once more.
            var numbers = walk[(walk.IndexOf('(', StringComparison.Ordinal) + 1)..walk.LastIndexOf(") x ", StringComparison.Ordinal)];
            (plan.Parameters["skip"], plan.Parameters["take"]) = (0, 20);
            var steps = await world.Db.ListAsync<Step>(new Stmt("EXPLAIN QUERY PLAN " + numbers, page.SqlServer), plan.Parameters);
            steps.Select(step => step.Detail).ShouldNotContain(step => step.Contains("B-TREE", StringComparison.Ordinal), key);
        }
    }

    private sealed record Step { public string Detail { get; init; } = ""; }
}
