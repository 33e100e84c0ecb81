using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Web.Tests.Crash;

[Trait("Category", "Crash")]
[Covers("OPS-3", "nothing lost, nothing twice")]
public sealed class CrashTests
{
    public static readonly TimeSpan TimeOut = TimeSpan.FromMilliseconds(600);

    private const int Orders = 200, Kills = 20;

    // Polled from outside: the worker is another process.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50), Patience = TimeSpan.FromMinutes(2);

    private static readonly Stmt SelectOpenSends = "SELECT COUNT(*) FROM WorkItem WHERE Kind = 'orders.send' AND State <> 3";
    private static readonly Stmt SelectUnsent = "SELECT COUNT(*) FROM CustomerOrder WHERE SentAt IS NULL";

    [Fact]
    public async Task Killed_twenty_times_during_two_hundred_replacements_it_loses_none_and_does_none_twice()
    {
        await using var database = new TestDatabase();
        await using var world = new World(database);
        var numbers = await PlaceAsync(database, world);
        await using var endpoint = await FakeOperator.StartAsync();

        for (var kill = 0; kill < Kills; kill++)
        {
            using var worker = Start(database, endpoint);
            var before = endpoint.Calls;
            // In the midst of calls, a different number of them each time.
            await UntilAsync(() => Task.FromResult(endpoint.Calls > before + kill % 7), worker);
            worker.Kill();
        }

        using (var last = Start(database, endpoint))
            await UntilAsync(async () => await world.Db.FirstOrDefaultAsync<int>(SelectOpenSends) == 0, last);
        endpoint.Effects.Count.ShouldBe(Orders);
        endpoint.Effects.Values.Order().ShouldBe(numbers.Order());
        (await world.Db.FirstOrDefaultAsync<int>(SelectUnsent)).ShouldBe(0);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Orders} orders, {Kills} kills, {endpoint.Calls} calls, {endpoint.Effects.Count} effects");
    }

    private static WorkerProcess Start(TestDatabase database, FakeOperator endpoint) =>
        new(database.Folder, database.Options.ConnectionString, endpoint.Address);

    private static async Task<List<string>> PlaceAsync(TestDatabase database, World world)
    {
        var organisation = await world.OrganisationAsync();
        var user = await world.UserAsync(organisation.RootId);
        await using var scope = new TestScope(database, user);
        var numbers = new List<string>();
        for (var i = 0; i < Orders; i++)
        {
            var service = await world.SubscriptionAsync(organisation.RootId);
            var order = await scope.SendAsync(new ReplaceSimCard(service, SimDeliveryWay.ESim, Guid.NewGuid()) { Email = "anna@example.com" });
            numbers.Add(order.Number);
        }

        return numbers;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition, WorkerProcess worker)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            if (worker.HasExited) throw new InvalidOperationException("The worker ended by itself: " + worker.Errors);
            await Task.Delay(Look, patience.Token);
        }
    }
}
