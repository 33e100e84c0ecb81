using Connect.Application.Reports;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Web.Tests.Crash;

/// <summary>Workers as processes of their own: told to stop, and two at a time.</summary>
[Trait("Category", "Crash")]
[Covers("OPS-3", "nothing lost, nothing twice")]
public sealed class StopTests : IAsyncLifetime
{
    private const int Orders = 60, UsageRows = 400_000, Chunk = 50_000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50), Patience = TimeSpan.FromMinutes(2), Limit = TimeSpan.FromSeconds(30);

    private static readonly Stmt SelectOpen = "SELECT COUNT(*) FROM WorkItem WHERE Kind IN ('orders.send', 'reports.export') AND State IN (1, 2)";
    private static readonly Stmt SelectLeased = "SELECT LeasedBy FROM WorkItem WHERE State = 2";
    private static readonly Stmt SelectRows = "SELECT MAX(RowsDone) FROM ReportExport WHERE State = 2";
    private static readonly string[] Columns = ["SubscriptionSeq", "AccountSeq", "At", "ExternalId", "TrafficType", "Direction", "Zone", "OtherNumber", "Amount", "Charge"];

    private readonly TestDatabase _database = new();
    private World _world = null!;
    private TestScope _anna = null!;
    private TestOrganisation _organisation = null!;

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _organisation = await _world.OrganisationAsync();
        _anna = new TestScope(_database, await _world.UserAsync(_organisation.RootId));
    }

    public async ValueTask DisposeAsync()
    {
        await _anna.DisposeAsync();
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Told_to_stop_in_the_midst_of_orders_and_an_export_it_ends_cleanly_and_the_next_start_does_the_rest()
    {
        var export = await OrderExportAsync();
        var numbers = await PlaceAsync();
        await using var endpoint = await FakeOperator.StartAsync();
        using (var worker = Start(endpoint, "--Work:StopWithin", "00:00:01"))
        {
            await UntilAsync(async () => endpoint.Calls > 0 && await _world.Db.FirstOrDefaultAsync<long?>(SelectRows) > 0, worker);
            (await worker.StopAsync(Limit)).ShouldBe(0, worker.Errors);
        }

        (await _world.Db.ListAsync<string>(SelectLeased)).ShouldBeEmpty();
        (await _world.Db.FirstOrDefaultAsync<int>(SelectOpen)).ShouldBeGreaterThan(0);
        using (var next = Start(endpoint))
            await UntilAsync(async () => await _world.Db.FirstOrDefaultAsync<int>(SelectOpen) == 0, next);
        endpoint.Effects.Values.Order().ShouldBe(numbers.Order());
        var done = await _anna.SendAsync(new GetExport(export));
        (done.State, done.RowsDone).ShouldBe((ExportState.Done, UsageRows));
    }

    [Fact]
    public async Task Two_worker_processes_share_the_work_and_never_do_the_same_item()
    {
        var numbers = await PlaceAsync();
        await using var endpoint = await FakeOperator.StartAsync(isSound: true);
        using var one = Start(endpoint, "--Operator:Gateway:Timeout", "00:01:00");
        using var other = Start(endpoint, "--Operator:Gateway:Timeout", "00:01:00");
        var seen = new HashSet<string>();
        await UntilAsync(async () =>
        {
            foreach (var lease in await _world.Db.ListAsync<string>(SelectLeased)) seen.Add(lease.Split('/')[1]);
            return seen.Count == 2;
        }, one);
        endpoint.MayAnswer.SetResult();
        await UntilAsync(async () => await _world.Db.FirstOrDefaultAsync<int>(SelectOpen) == 0, one);
        endpoint.Effects.Values.Order().ShouldBe(numbers.Order());
        endpoint.Calls.ShouldBe(Orders);
    }

    private WorkerProcess Start(FakeOperator endpoint, params string[] more) =>
        new(_database.Folder, _database.Options.ConnectionString, endpoint.Address, more);

    private async Task<List<string>> PlaceAsync()
    {
        var numbers = new List<string>();
        for (var i = 0; i < Orders; i++)
        {
            var service = await _world.SubscriptionAsync(_organisation.RootId);
            var order = await _anna.SendAsync(new ReplaceSimCard(service, SimDeliveryWay.ESim, Guid.NewGuid()) { Email = "anna@example.com" });
            numbers.Add(order.Number);
        }

        return numbers;
    }

    private async Task<Guid> OrderExportAsync()
    {
        var service = await _world.SubscriptionAsync(_organisation.RootId, phone: "+46701740605");
        var (seq, account) = (await _world.SubscriptionSeqAsync(service), await _world.AccountSeqAsync(service));
        for (var from = 0; from < UsageRows; from += Chunk)
        {
            var rows = Enumerable.Range(from, Chunk).Select(i => (IReadOnlyList<object?>)[seq, account, World.Now.AddSeconds(-i), $"S{i}", 1, 1, 1, "+46701740699", 60L, 5000L]);
            await _world.Db.RunAsync(async () =>
            {
                await _world.Db.InsertManyAsync("UsageRecord", Columns, rows, CancellationToken.None);
                return true;
            }, CancellationToken.None);
        }

        return await _anna.SendAsync(new GenerateReport { Kind = "traffic", SubscriptionId = service, From = World.Today.AddDays(-60), To = World.Today, RequestId = Guid.CreateVersion7() });
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
