using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Domain.Reports;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Reports;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>Who goes before whom when many exports wait: reports that come by themselves keep nobody from asking.</summary>
public abstract class ExportLineTests(DatabaseEngine engine)
{
    private static readonly Stmt SelectExports = "SELECT Id FROM ReportExport WHERE KeptReportId IS NOT NULL ORDER BY Seq";
    private static readonly Stmt CountWork = "SELECT COUNT(*) FROM WorkItem WHERE Kind = 'reports.export'";
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact]
    public async Task What_comes_by_itself_keeps_its_owner_and_all_others_from_no_export()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var options = new ReportOptions { OpenPerUser = 1, OpenInAll = 2 };
        await BringAsync(scene, 3);
        await scene.As(replace: services => services.AddSingleton(options)).SendAsync(ExportScene.Order());
        await scene.As(await scene.World.UserAsync(scene.Organisation.RootId), services => services.AddSingleton(options)).SendAsync(ExportScene.Order());
    }

    [Fact]
    public async Task What_waits_for_its_turn_is_put_back_longer_the_more_go_before_it_and_is_no_new_work()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var brought = await BringAsync(scene, 2);
        var asked = await scene.As().SendAsync(ExportScene.Order());
        var work = await scene.World.Db.FirstOrDefaultAsync<int>(CountWork);
        foreach (var (id, seconds) in new[] { (asked, 3), (brought[0], 4), (brought[1], 5) })
            (await Should.ThrowAsync<WorkPostponedException>(scene.RunJobAsync(id, replace: services => services.AddSingleton(new ReportOptions { AtOnce = 0 }))))
                .Wait.ShouldBe(TimeSpan.FromSeconds(seconds));
        (await scene.World.Db.FirstOrDefaultAsync<int>(CountWork)).ShouldBe(work);
        (await scene.StateAsync(asked)).ShouldBe(ExportState.Waiting);
    }

    [Fact]
    public void What_comes_by_itself_leaves_a_turn_for_those_who_ask()
    {
        using var writer = new ExportWriter(null!, null!, TimeProvider.System, new ReportOptions { AtOnce = 2 });
        using var first = writer.TryTakeTurn(byItself: true);
        writer.TryTakeTurn(byItself: true).ShouldBeNull();
        using (var second = writer.TryTakeTurn(byItself: false)) second.ShouldNotBeNull();
        first!.Dispose();
        using var one = writer.TryTakeTurn(byItself: false);
        using var two = writer.TryTakeTurn(byItself: false);
        (two, writer.TryTakeTurn(byItself: true)).ShouldBe((two, null));
        two.ShouldNotBeNull();
    }

    /// <summary>The exports of so many kept reports that have come by themselves.</summary>
    private static async Task<IReadOnlyList<Guid>> BringAsync(ExportScene scene, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var id = await scene.As().SendAsync(new KeepReport
            {
                Kind = "traffic", Number = "070-174 06 05", Preset = PeriodPreset.LastMonth, Name = $"Mina samtal {i}", Every = ReportInterval.Daily, RequestId = Guid.CreateVersion7(),
            });
            await using var worker = new TestScope(scene.Database);
            await using var scope = worker.Services.CreateAsyncScope();
            var handler = scope.ServiceProvider.GetServices<IWorkHandler>().Single(handler => handler.Kind == "reports.kept");
            await handler.RunAsync(new(Guid.CreateVersion7(), handler.Kind, id, $"{World.Today.AddDays(1):yyyy-MM-dd}", "key", 1), default);
        }

        return await scene.World.Db.ListAsync<Guid>(SelectExports);
    }
}

public sealed class ExportLineOnSqlite() : ExportLineTests(DatabaseEngine.Sqlite);

public sealed class ExportLineOnSqlServer() : ExportLineTests(DatabaseEngine.SqlServer);
