using Connect.Application.Common.Lists;
using Connect.Application.Orders;
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
            foreach (var sort in ListSubscriptions.Columns.Columns.SelectMany(column => new ListSort[] { new(column.Key), new(column.Key, true) }))
            {
                var plan = new ListPlan(Infrastructure.Subscriptions.SubscriptionList.Source, ListSubscriptions.Columns, reach, new() { Sort = sort });
                (plan.Parameters["skip"], plan.Parameters["take"]) = (7, 20);
                var gathered = await world.Db.ListAsync<SubscriptionRow>(plan.Page(walk: false, reverse: false), plan.Parameters);
                gathered.Count.ShouldBe(20);
                (await world.Db.ListAsync<SubscriptionRow>(plan.Page(walk: true, reverse: false), plan.Parameters)).ShouldBe(gathered, sort.Token);
                plan.Parameters["skip"] = await world.Db.FirstOrDefaultAsync<int>(plan.Count(), plan.Parameters.Where(p => p.Key is not ("skip" or "take")).ToDictionary()) - 27;
                var backwards = await world.Db.ListAsync<SubscriptionRow>(plan.Page(walk: true, reverse: true), plan.Parameters);
                backwards.Reverse().ShouldBe(gathered, sort.Token);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_an_index_has_in_order_is_not_sorted_again(bool descending)
    {
        await using var database = new TestDatabase();
        await using var world = new World(database);
        var large = new LargeWorld();
        await large.MakeAsync(world.Db, 600, 60);
        foreach (var (source, columns) in new (ListSource, ListColumns)[] { (Infrastructure.Subscriptions.SubscriptionList.Source, ListSubscriptions.Columns), (Infrastructure.Orders.OrderList.Source, ListOrders.Columns) })
            foreach (var key in source.Columns.Where(column => column.Value.Index is not null).Select(column => column.Key))
                (await StepsAsync(world, new ListPlan(source, columns, large.Tenth, new() { Sort = new(key, descending) }))).ShouldNotContain(step => step.Contains("B-TREE", StringComparison.Ordinal), key);
    }

    // Of the numbers of the page's rows; the rows themselves are put in order once more.
    private static async Task<IEnumerable<string>> StepsAsync(World world, ListPlan plan)
    {
        var page = plan.Page(walk: true, reverse: true);
        var walk = page.Sqlite;
        var numbers = walk[(walk.IndexOf("FROM (", StringComparison.Ordinal) + 6)..walk.LastIndexOf(") x ", StringComparison.Ordinal)];
        (plan.Parameters["skip"], plan.Parameters["take"]) = (0, 20);
        return (await world.Db.ListAsync<Step>(new Stmt("EXPLAIN QUERY PLAN " + numbers, page.SqlServer), plan.Parameters)).Select(step => step.Detail);
    }

    private sealed record Step { public string Detail { get; init; } = ""; }
}
