using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Reports;

public abstract class RetentionTests(DatabaseEngine engine)
{
    private static readonly Stmt CountUsage = "SELECT COUNT(*) FROM UsageRecord";
    private static readonly Stmt CountMonths = "SELECT COUNT(*) FROM UsageMonth";
    private static readonly Stmt CountAudit = "SELECT COUNT(*) FROM AuditEntry";
    private static readonly Stmt CountRequests = "SELECT COUNT(*) FROM ProcessedRequest";
    private static readonly Stmt CountExports = "SELECT COUNT(*) FROM ReportExport";
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("OPS-7", "usage 18 months, audit log 24")]
    public async Task Usage_and_the_audit_log_go_after_their_time()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.UsageAsync(scene.Service, World.Now.AddMonths(-19));
        await scene.World.UsageAsync(scene.Service, World.Now.AddMonths(-18));
        foreach (var age in new[] { 1, 23, 25 })
            await scene.World.InsertAsync("AuditEntry", ("Id", Guid.CreateVersion7()), ("At", World.Now.AddMonths(-age)), ("Actor", "a"), ("Action", "A"), ("Outcome", 1));
        foreach (var age in new[] { 1, 31, 32, 90 })
            await scene.World.InsertAsync("ProcessedRequest", ("CallerKey", "a"), ("RequestId", Guid.CreateVersion7()), ("Action", "A"), ("ContentHash", "h"), ("Result", "r"), ("At", World.Now.AddDays(-age)));

        await RunAsync(scene, "retention");
        await RunAsync(scene, "retention");

        (await CountAsync(scene, CountUsage), await CountAsync(scene, CountMonths), await CountAsync(scene, CountAudit), await CountAsync(scene, CountRequests)).ShouldBe((1, 1, 2, 1));
    }

    [Fact, Covers("OPS-7", "exports 30 days")]
    [Covers("REP-0", "removed after 30 days")]
    public async Task Exports_and_what_kills_have_left_go_after_their_time()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var id = await scene.As().SendAsync(ExportScene.Order());
        await scene.RunJobAsync(id);
        var part = scene.Files().Single() + ".part";
        await File.WriteAllTextAsync(part, "x", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(part, World.Now.UtcDateTime);

        await RunAsync(scene, "report-exports", TimeSpan.FromDays(29));
        (await CountAsync(scene, CountExports)).ShouldBe(1);
        await RunAsync(scene, "report-exports", TimeSpan.FromDays(31));

        (await CountAsync(scene, CountExports)).ShouldBe(0);
        scene.Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_no_export_tells_of_goes_and_those_that_are_told_of_or_just_written_stay()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.RunJobAsync(await scene.As().SendAsync(ExportScene.Order()));
        var told = scene.Files().Single();
        string Beside(int days)
        {
            var path = Path.Combine(Path.GetDirectoryName(told)!, $"{Guid.CreateVersion7():N}.xlsx");
            File.WriteAllText(path, "x");
            File.SetLastWriteTimeUtc(path, World.Now.AddDays(-days).UtcDateTime);
            return path;
        }

        var (orphan, fresh) = (Beside(3), Beside(1));
        File.SetLastWriteTimeUtc(told, World.Now.AddDays(-3).UtcDateTime);
        await RunAsync(scene, "report-exports");
        scene.Files().ShouldBe([told, fresh], ignoreOrder: true);
        File.Exists(orphan).ShouldBeFalse();
    }

    private static Task<int> CountAsync(ExportScene scene, Stmt count) => scene.World.Db.FirstOrDefaultAsync<int>(count);

    private static async Task RunAsync(ExportScene scene, string name, TimeSpan later = default)
    {
        await using var house = new TestScope(scene.Database);
        house.Clock.Advance(later);
        await house.RunAsync(async services =>
        {
            await services.GetServices<IRecurringWork>().Single(work => work.Name == name).RunAsync(CancellationToken.None);
            return true;
        });
    }
}

public sealed class RetentionOnSqlite() : RetentionTests(DatabaseEngine.Sqlite);

public sealed class RetentionOnSqlServer() : RetentionTests(DatabaseEngine.SqlServer);
