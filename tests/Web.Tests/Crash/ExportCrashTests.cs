using System.IO.Compression;
using System.Text;
using Connect.Application.Reports;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Web.Tests.Crash;

[Trait("Category", "Crash")]
public sealed class ExportCrashTests
{
    private const int Rows = 200_000, Kills = 2;

    // Polled from outside: the worker is another process.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10), Patience = TimeSpan.FromMinutes(2);

    private static readonly Stmt SelectState = "SELECT State FROM ReportExport WHERE Id = @id";

    [Fact, Covers("REP-7", "killed in the middle, the export is finished after the restart")]
    public async Task An_export_that_is_killed_in_the_middle_is_whole_after_the_restart()
    {
        await using var database = new TestDatabase();
        await using var world = new World(database);
        var id = await OrderAsync(database, world);

        for (var kill = 0; kill < Kills; kill++)
        {
            using var worker = Start(database);
            await UntilAsync(() => Task.FromResult(Files(database).Any(file => file.Length > 0)), worker);
            worker.Kill();
            (await StateAsync(world, id)).ShouldBe(ExportState.Running);
            foreach (var part in Files(database)) part.Delete(); // seen above, so that the next one is waited for
        }

        using (var last = Start(database)) await UntilAsync(async () => await StateAsync(world, id) is not ExportState.Running, last);
        (await StateAsync(world, id)).ShouldBe(ExportState.Done);
        RowsOf(Files(database).ShouldHaveSingleItem()).ShouldBe(Rows + 4); // and the title, what was asked, the header and the sums
    }

    private static async Task<Guid> OrderAsync(TestDatabase database, World world)
    {
        var organisation = await world.OrganisationAsync();
        var service = await world.SubscriptionAsync(organisation.RootId);
        var (seq, account) = (await world.SubscriptionSeqAsync(service), await world.AccountSeqAsync(service));
        var start = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);
        await world.Db.RunAsync(async () =>
        {
            await world.Db.InsertManyAsync("UsageRecord", ["SubscriptionSeq", "AccountSeq", "At", "ExternalId", "TrafficType", "Direction", "Zone", "OtherNumber", "Amount", "Charge"],
                Enumerable.Range(0, Rows).Select(i => (IReadOnlyList<object?>)[seq, account, start.AddSeconds(i), $"R{i}", (int)TrafficType.Call, (int)TrafficDirection.Outgoing,
                    (int)TrafficZone.NationalMobile, $"+4670{i:0000000}", i % 3600, i]), CancellationToken.None);
            return true;
        }, CancellationToken.None);
        await using var scope = new TestScope(database, await world.UserAsync(organisation.RootId));
        return await scope.SendAsync(new GenerateReport { Kind = "traffic", SubscriptionId = service, From = new(2026, 1, 1), To = new(2026, 1, 31), RequestId = Guid.NewGuid() });
    }

    private static WorkerProcess Start(TestDatabase database) => new(database.Folder, database.Options.ConnectionString, "http://127.0.0.1:9");

    private static async Task<ExportState> StateAsync(World world, Guid id) => (ExportState)await world.Db.FirstOrDefaultAsync<int>(SelectState, new { id });

    private static List<FileInfo> Files(TestDatabase database)
    {
        var folder = new DirectoryInfo(Path.Combine(database.Folder, "files", "exports"));
        return folder.Exists ? [.. folder.EnumerateFiles("*", SearchOption.AllDirectories)] : [];
    }

    private static int RowsOf(FileInfo file)
    {
        using var zip = ZipFile.OpenRead(file.FullName);
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open(), Encoding.UTF8);
        return sheet.ReadToEnd().Split("<row ").Length - 1;
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
