using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Reports;

public abstract class KeptReportTests(DatabaseEngine engine)
{
    private static readonly Stmt DropRights = "DELETE FROM UserRight WHERE UserId = @id";
    private static readonly Stmt Hide = "UPDATE Subscription SET IsHidden = 1 WHERE Id = @id";
    private static readonly Stmt SelectMail = "SELECT Subject FROM OutgoingMessage ORDER BY Seq";
    private static readonly Stmt SelectExport = "SELECT Id FROM ReportExport WHERE KeptReportId = @id";
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact]
    [Covers("REP-0", "on a schedule, sent by e-mail as a link")]
    public async Task A_kept_report_comes_once_on_its_day_and_its_owner_is_told()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As();
        var id = await scope.SendAsync(Keep());
        (await scope.SendAsync(new ListKeptReports())).ShouldHaveSingleItem().NextOn.ShouldBe(World.Today.AddDays(1));

        // The work of a day that has not come is there once it is due; here it is called by hand.
        await BringAsync(scene, id, World.Today.AddDays(1));
        await BringAsync(scene, id, World.Today.AddDays(1));
        var export = await scene.World.Db.ListAsync<Guid>(SelectExport, new { id });
        await scene.RunJobAsync(export.ShouldHaveSingleItem());
        (await scope.SendAsync(new GetExport(export[0]))).State.ShouldBe(ExportState.Done);
        (await scene.World.Db.ListAsync<string>(SelectMail)).ShouldHaveSingleItem().ShouldContain("Mina samtal");
        var after = (await scope.SendAsync(new ListKeptReports()))[0];
        (after.NextOn, after.Last!.Id).ShouldBe((World.Today.AddDays(2), export[0]));
    }

    [Fact]
    [Covers("REP-0", "a scheduled run has the rights of its owner on the day")]
    public async Task An_owner_who_lost_the_right_is_told_that_it_failed_for_that()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var id = await scene.As().SendAsync(Keep());
        await scene.World.Db.ExecuteAsync(DropRights, new { id = scene.Admin.Id });
        await BringAsync(scene, id, World.Today.AddDays(1));
        var export = (await scene.World.Db.ListAsync<Guid>(SelectExport, new { id })).ShouldHaveSingleItem();
        await scene.RunJobAsync(export);
        var ended = await scene.As().SendAsync(new GetExport(export));
        (ended.State, ended.Reason).ShouldBe((ExportState.Failed, "ExportRightsLost"));
        (await scene.World.Db.ListAsync<string>(SelectMail)).ShouldHaveSingleItem().ShouldContain("kom inte");
        // It is told once: the schedule ends with it, and the day that was awaited brings nothing.
        var kept = (await scene.As().SendAsync(new ListKeptReports())).ShouldHaveSingleItem();
        (kept.Every, kept.NextOn).ShouldBe((null, null));
        await BringAsync(scene, id, World.Today.AddDays(2));
        (await scene.World.Db.ListAsync<Guid>(SelectExport, new { id })).Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_its_owner_stops_while_it_is_written_is_told_of_by_no_mail()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As();
        var id = await scope.SendAsync(Keep());
        await BringAsync(scene, id, World.Today.AddDays(1));
        var export = (await scene.World.Db.ListAsync<Guid>(SelectExport, new { id })).ShouldHaveSingleItem();
        await scene.RunJobAsync(export, replace: EndlessExport.Alone(() => scope.SendAsync(new CancelExport(export))));
        (await scene.StateAsync(export)).ShouldBe(ExportState.Cancelled);
        (await scene.World.Db.ListAsync<string>(SelectMail)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_right_that_is_lost_between_the_order_and_its_writing_ends_the_schedule_too()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var id = await scene.As().SendAsync(Keep());
        await BringAsync(scene, id, World.Today.AddDays(1));
        await scene.World.Db.ExecuteAsync(DropRights, new { id = scene.Admin.Id });
        await scene.RunJobAsync((await scene.World.Db.ListAsync<Guid>(SelectExport, new { id })).ShouldHaveSingleItem());
        (await scene.As().SendAsync(new ListKeptReports())).ShouldHaveSingleItem().NextOn.ShouldBeNull();
    }

    [Fact]
    public async Task What_it_is_about_has_left_the_reach_and_its_owner_is_told_that_day()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var id = await scene.As().SendAsync(Keep());
        await scene.World.Db.ExecuteAsync(Hide, new { id = scene.Service });
        await BringAsync(scene, id, World.Today.AddDays(1));
        var ended = (await scene.As().SendAsync(new ListExports())).ShouldHaveSingleItem();
        (ended.State, ended.Reason).ShouldBe((ExportState.Failed, "ReportAskedGone"));
        (await scene.World.Db.ListAsync<string>(SelectMail)).ShouldHaveSingleItem().ShouldContain("kom inte");
        (await scene.As().SendAsync(new ListKeptReports()))[0].NextOn.ShouldBe(World.Today.AddDays(2));
    }

    [Fact]
    public async Task One_that_a_personal_token_keeps_comes_with_no_more_rights_than_the_token_had()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        Right[] scopes = [Right.RunReports, Right.ViewSubscriptions];
        var id = await scene.As(scene.Admin with { TokenName = "rapporter", Rights = scopes.ToHashSet() }).SendAsync(Keep());
        await BringAsync(scene, id, World.Today.AddDays(1));
        List<Right> seen = [];
        await scene.RunJobAsync((await scene.World.Db.ListAsync<Guid>(SelectExport, new { id })).ShouldHaveSingleItem(), replace: WitnessExport.Alone(seen));
        seen.ShouldBe(scopes, ignoreOrder: true);
    }

    [Fact]
    public async Task It_is_run_now_scheduled_anew_and_removed_without_a_mail()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As();
        var id = await scope.SendAsync(Keep());
        (await scope.SendAsync(new GetKeptReport(id))).Last.ShouldBeNull();
        var asked = await scope.SendAsync(new RunKeptReport(id, Guid.CreateVersion7()));
        (await scope.SendAsync(new GetKeptReport(id))).Last!.State.ShouldBe(ExportState.Waiting);
        await scene.RunJobAsync(asked);
        (await scope.SendAsync(new ListKeptReports()))[0].Last!.ShouldSatisfyAllConditions(last => last.Id.ShouldBe(asked), last => last.State.ShouldBe(ExportState.Done));
        await scope.SendAsync(new ScheduleReport(id, ReportInterval.Monthly, 15));
        var kept = (await scope.SendAsync(new ListKeptReports())).ShouldHaveSingleItem();
        (kept.Every, kept.Day, kept.NextOn).ShouldBe((ReportInterval.Monthly, 15, new DateOnly(2026, 3, 15)));
        await BringAsync(scene, id, World.Today.AddDays(1)); // of the schedule before
        (await scene.World.Db.ListAsync<Guid>(SelectExport, new { id })).ShouldBeEmpty();
        await scope.SendAsync(new ForgetReport(id));
        (await scope.SendAsync(new ListKeptReports())).ShouldBeEmpty();
        (await scene.World.Db.ListAsync<string>(SelectMail)).ShouldBeEmpty();
    }

    private static KeepReport Keep() => new()
    {
        Kind = "traffic", Number = "070-174 06 05", Preset = PeriodPreset.LastMonth, Name = "Mina samtal", Every = ReportInterval.Daily, RequestId = Guid.CreateVersion7(),
    };

    private static async Task BringAsync(ExportScene scene, Guid id, DateOnly day)
    {
        await using var worker = new TestScope(scene.Database);
        await using var scope = worker.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<IWorkHandler>().Single(handler => handler.Kind == "reports.kept");
        await handler.RunAsync(new(Guid.CreateVersion7(), handler.Kind, id, $"{day:yyyy-MM-dd}", "key", 1), default);
    }
}

public sealed class KeptReportsOnSqlite() : KeptReportTests(DatabaseEngine.Sqlite);

public sealed class KeptReportsOnSqlServer() : KeptReportTests(DatabaseEngine.SqlServer);
