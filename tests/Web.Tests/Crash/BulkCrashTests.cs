using System.Diagnostics;
using ClosedXML.Excel;
using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Web.Tests.Crash;

[Trait("Category", "Crash")]
[Covers("SVC-15", "a thousand services barred at once, killed in the middle")]
public sealed class BulkCrashTests
{
    private const int Services = 1000, Kills = 6;

    // Polled from outside: the worker is another process.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromMinutes(4);

    private static readonly Stmt SelectState = "SELECT State FROM BulkJob WHERE Id = @id";
    private static readonly Stmt SelectDone = "SELECT COUNT(*) FROM BulkRow WHERE JobId = @id AND State IN @states";
    private static readonly Stmt SelectTold = "SELECT COUNT(*) FROM WorkItem WHERE Kind = 'operator.change'";
    private static readonly Stmt SelectHistory = "SELECT COUNT(*) FROM SubscriptionEvent WHERE Kind = 'BarringsAdded'";
    private static readonly Stmt SelectAudit = "SELECT COUNT(*) FROM AuditEntry WHERE Action = 'SetBarrings' AND Outcome = 1";
    private static readonly Stmt SelectAsked = "SELECT r.No, s.UserName, s.PhoneNumber FROM BulkRow r INNER JOIN Subscription s ON s.Id = r.SubscriptionId WHERE r.JobId = @id ORDER BY r.No";
    private static readonly Stmt SelectBarred = "SELECT COUNT(DISTINCT SubscriptionId) FROM SubscriptionEvent WHERE Kind = 'BarringsAdded'";

    [Fact]
    public async Task A_thousand_services_are_barred_each_once_though_the_process_is_killed_again_and_again()
    {
        await using var database = new TestDatabase();
        await using var world = new World(database);
        var organisation = await world.OrganisationAsync();
        var user = await world.UserAsync(organisation.RootId);
        for (var i = 0; i < Services; i++) await world.SubscriptionAsync(organisation.RootId, $"Användare {i}");
        await using var anna = new TestScope(database, user);
        var id = await anna.SendAsync(new StartBulk(new BulkWish { Kind = BulkKind.AddBarrings, Barrings = [BarringKind.PremiumCalls] }, Guid.NewGuid()) { Matching = "" });

        // Once while the preview is made: it is made whole, and nothing of it stays.
        await KilledAsync(database, async () => await CountAsync(world, id, BulkRowState.Ready) > Services / 3);
        var watch = Stopwatch.StartNew();
        using (var worker = Start(database)) await UntilAsync(async () => await StateAsync(world, id) == BulkJobState.Ready, worker);
        var previewed = watch.Elapsed;
        (await CountAsync(world, id, BulkRowState.Ready), await world.Db.FirstOrDefaultAsync<int>(SelectTold)).ShouldBe((Services, 0));

        await anna.SendAsync(new ConfirmBulk(id, Guid.NewGuid()));
        for (var kill = 1; kill <= Kills; kill++)
        {
            var until = Services * kill / (Kills + 2);
            await KilledAsync(database, async () => await CountAsync(world, id, BulkRowState.Done) >= until);
            (await StateAsync(world, id)).ShouldBe(BulkJobState.Running);
        }

        watch.Restart();
        using (var last = Start(database)) await UntilAsync(async () => await StateAsync(world, id) == BulkJobState.Done, last);
        (await CountAsync(world, id, BulkRowState.Done)).ShouldBe(Services);
        foreach (var effects in new[] { SelectTold, SelectHistory, SelectAudit, SelectBarred }) (await world.Db.FirstOrDefaultAsync<int>(effects)).ShouldBe(Services);
        await ShouldBeToldAsync(anna, world, id);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Services} services, {Kills + 1} kills; rest of the preview {previewed.TotalSeconds:0.0} s, rest of the job {watch.Elapsed.TotalSeconds:0.0} s");
    }

    /// <summary>The result, row by row.</summary>
    private static async Task ShouldBeToldAsync(TestScope anna, World world, Guid id)
    {
        var file = await anna.SendAsync(new GetBulkResult(id));
        await using var content = file.Content;
        using var book = new XLWorkbook(content);
        var asked = await world.Db.ListAsync<(int No, string UserName, string PhoneNumber)>(SelectAsked, new { id });
        asked.Select(row => row.UserName).ToHashSet().Count.ShouldBe(Services);
        book.Worksheets.Single().RowsUsed().Skip(1).Select(row => row.Cells(1, 5).Select(cell => cell.GetString()).ToArray())
            .ShouldBe(asked.Select(row => new[] { $"{row.No}", row.UserName, Shown(row.PhoneNumber), "Gjord", "Spärras: Betalsamtal" }));
    }

    private static string Shown(string number) => PhoneNumber.TryParse(number, out var parsed) ? parsed.Display : number;

    private static async Task KilledAsync(TestDatabase database, Func<Task<bool>> when)
    {
        using var worker = Start(database);
        await UntilAsync(when, worker);
        worker.Kill();
    }

    // Nobody answers there: what the operator is told waits.
    private static WorkerProcess Start(TestDatabase database) => new(database.Folder, database.Options.ConnectionString, "http://127.0.0.1:9");

    private static async Task<BulkJobState> StateAsync(World world, Guid id) => (BulkJobState)await world.Db.FirstOrDefaultAsync<int>(SelectState, new { id });

    private static Task<int> CountAsync(World world, Guid id, params BulkRowState[] states) => world.Db.FirstOrDefaultAsync<int>(SelectDone, new { id, states = states.Select(state => (int)state) });

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
