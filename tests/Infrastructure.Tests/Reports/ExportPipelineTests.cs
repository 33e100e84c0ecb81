using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Reports;

public abstract class ExportPipelineTests(DatabaseEngine engine)
{
    private static readonly Stmt DropRights = "DELETE FROM UserRight WHERE UserId = @id";
    private static readonly Stmt SelectAudit = "SELECT Action FROM AuditEntry ORDER BY Seq";
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact]
    [Covers("REP-0", "a background job, ordered and fetched")]
    public async Task An_export_is_ordered_written_and_fetched()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.UsageAsync(scene.Service);
        var scope = scene.As();

        var id = await scope.SendAsync(ExportScene.Order());
        (await scope.SendAsync(new GetExport(id))).State.ShouldBe(ExportState.Waiting);
        await scene.RunJobAsync(id);

        var export = (await scope.SendAsync(new ListExports())).Single();
        (export.State, export.RowsDone, export.Percent).ShouldBe((ExportState.Done, 1, 100));
        export.FileBytes.ShouldBe(new FileInfo(scene.Files().Single()).Length);
        export.Parameters[0].Value.ShouldBe("070-174 06 05");
        export.ExpiresAt.ShouldBe(export.EndedAt!.Value.AddDays(30));
        var file = await scope.SendAsync(new GetExportFile(id));
        await file.Content.DisposeAsync();
        file.Name.ShouldBe($"{Text.Get("Reports.Traffic")} 2026-02-01 – 2026-03-10.xlsx");
        (await scene.World.Db.ListAsync<string>(SelectAudit)).ShouldBe([nameof(GenerateReport), nameof(GetExportFile)]);
    }

    [Fact]
    public async Task The_same_order_sent_twice_is_one_export()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var (scope, order) = (scene.As(), ExportScene.Order());
        (await scope.SendAsync(order)).ShouldBe(await scope.SendAsync(order));
        (await scope.SendAsync(new ListExports())).Count.ShouldBe(1);
    }

    [Fact]
    [Covers("REP-0", "survives a restart")]
    public async Task A_killed_export_starts_over_and_leaves_one_file()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.UsageAsync(scene.Service);
        var id = await scene.As().SendAsync(ExportScene.Order());
        // The program dies while rows are written: the row says running, and the lease lapses.
        await Should.ThrowAsync<InvalidOperationException>(scene.RunJobAsync(id, replace: BrokenExport.Alone));
        (await scene.StateAsync(id)).ShouldBe(ExportState.Running);

        await scene.RunJobAsync(id, attempt: 2);

        (await scene.StateAsync(id)).ShouldBe(ExportState.Done);
        scene.Files().Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_export_that_keeps_failing_stands_as_failed()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var id = await scene.As().SendAsync(ExportScene.Order());
        await scene.RunJobAsync(id, attempt: 3, replace: BrokenExport.Alone);
        (await scene.StateAsync(id)).ShouldBe(ExportState.Failed);
        (await scene.As().SendAsync(new GetExport(id))).Reason.ShouldBe("ExportFailed");
        scene.Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelled_before_it_began_it_never_begins()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As();
        var id = await scope.SendAsync(ExportScene.Order());

        await scope.SendAsync(new CancelExport(id));
        await scene.RunJobAsync(id);

        (await scene.StateAsync(id)).ShouldBe(ExportState.Cancelled);
        scene.Files().ShouldBeEmpty();
        (await Should.ThrowAsync<ConflictException>(scope.SendAsync(new CancelExport(id)))).Code.ShouldBe("ExportEnded");
        await Should.ThrowAsync<NotFoundException>(scope.SendAsync(new GetExportFile(id)));
    }

    [Fact]
    [Covers("REP-0", "can be cancelled")]
    public async Task Cancelled_while_it_runs_it_stops_and_leaves_no_file()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As();
        var id = await scope.SendAsync(ExportScene.Order());

        await scene.RunJobAsync(id, replace: EndlessExport.Alone(() => scope.SendAsync(new CancelExport(id))));

        (await scene.StateAsync(id)).ShouldBe(ExportState.Cancelled);
        scene.Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_that_is_away_for_a_moment_costs_a_beat_of_the_progress_and_not_the_export()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var id = await scene.As().SendAsync(ExportScene.Order());
        var hiccup = new Hiccup("UPDATE ReportExport SET RowsDone");

        await scene.RunJobAsync(id, replace: services =>
        {
            services.AddSingleton<ISqlObserver>(hiccup);
            TickingExport.Alone(hiccup.Seen)(services);
        });

        hiccup.Seen.IsCompletedSuccessfully.ShouldBeTrue();
        (await scene.StateAsync(id)).ShouldBe(ExportState.Done);
    }

    [Fact]
    [Covers("REP-0", "rights on the day of the run")]
    public async Task Rights_lost_meanwhile_end_it_with_the_reason()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As();
        var id = await scope.SendAsync(ExportScene.Order());
        await scene.World.Db.ExecuteAsync(DropRights, new { id = scene.Admin.Id });

        await scene.RunJobAsync(id);

        var export = await scope.SendAsync(new GetExport(id));
        (export.State, export.Reason).ShouldBe((ExportState.Failed, "ExportRightsLost"));
    }

    [Fact]
    public async Task One_that_a_personal_token_orders_is_written_with_no_more_rights_than_the_token_has()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        Right[] scopes = [Right.RunReports, Right.ViewSubscriptions];
        var token = scene.As(scene.Admin with { TokenName = "rapporter", Rights = scopes.ToHashSet() });
        var id = await token.SendAsync(ExportScene.Order());
        List<Right> seen = [], all = [];
        await scene.RunJobAsync(id, replace: WitnessExport.Alone(seen));
        seen.ShouldBe(scopes, ignoreOrder: true);
        await scene.RunJobAsync(await scene.As().SendAsync(ExportScene.Order()), replace: WitnessExport.Alone(all));
        all.Count.ShouldBeGreaterThan(scopes.Length);
    }

    [Fact]
    public async Task Rights_lost_afterwards_keep_the_file_from_being_fetched()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var id = await scene.As().SendAsync(ExportScene.Order());
        await scene.RunJobAsync(id);
        var poorer = scene.As(scene.Admin with { Rights = new HashSet<Right> { Right.ViewInvoices } });
        await Should.ThrowAsync<ForbiddenException>(poorer.SendAsync(new GetExportFile(id)));
        var narrower = scene.As(scene.Admin with { Reach = new(scene.Organisation.Id, scene.SubAccount, false) });
        await Should.ThrowAsync<NotFoundException>(narrower.SendAsync(new GetExportFile(id)));
        (await narrower.SendAsync(new ListExports())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_users_export_is_like_one_that_never_was()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var id = await scene.As().SendAsync(ExportScene.Order());
        await scene.RunJobAsync(id);
        var other = scene.As(await scene.World.UserAsync(scene.Organisation.RootId));
        foreach (var foreign in new[] { id, Guid.CreateVersion7() })
        {
            await Should.ThrowAsync<NotFoundException>(other.SendAsync(new GetExport(foreign)));
            await Should.ThrowAsync<NotFoundException>(other.SendAsync(new GetExportFile(foreign)));
            await Should.ThrowAsync<NotFoundException>(other.SendAsync(new CancelExport(foreign)));
        }
    }

    [Fact]
    public async Task One_user_cannot_take_all()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As();
        for (var i = 0; i < new ReportOptions().OpenPerUser; i++) await scope.SendAsync(ExportScene.Order());
        (await Should.ThrowAsync<DomainRuleException>(scope.SendAsync(ExportScene.Order()))).Code.ShouldBe("ExportsTooMany");
    }
}

public sealed class ExportPipelineOnSqlite() : ExportPipelineTests(DatabaseEngine.Sqlite);

public sealed class ExportPipelineOnSqlServer() : ExportPipelineTests(DatabaseEngine.SqlServer);
