using Connect.Application.Audit;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Subscriptions;
using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Subscriptions.Bulk;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Subscriptions.Bulk;

[Covers("SVC-15", "preview row by row, one job with progress, a result per row")]
public abstract class BulkJobTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly Stmt TakeRight = "DELETE FROM UserRight WHERE UserId = @id AND RightCode = @right";
    private static readonly Stmt PutToSleep = "UPDATE PortalUser SET IsActive = 0 WHERE Id = @id";
    private static readonly Stmt MoveAway = "UPDATE Subscription SET IsHidden = 1 WHERE Id = @id";
    private static readonly Stmt Begun = "UPDATE BulkRow SET State = 5, Tries = @tries WHERE JobId = @id AND No = @no";
    private static readonly Stmt CutRights = "UPDATE BulkJob SET TokenRights = @rights WHERE Id = @id";
    private static readonly Stmt SelectRights = "SELECT TokenRights FROM BulkJob WHERE Id = @id";
    private static readonly Stmt SelectCount = "SELECT COUNT(*) FROM BulkRow WHERE JobId = @id";
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private BulkWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await BulkWorld.MakeAsync(_engine);

    public ValueTask DisposeAsync() => _world is null ? ValueTask.CompletedTask : _world.DisposeAsync();

    [Fact]
    public async Task The_preview_says_of_each_what_will_happen_and_nothing_has_happened()
    {
        var (free, barred, ended, line) = (await _world.ServiceAsync("Åke"), await _world.ServiceAsync("Bo"), await _world.ServiceAsync("Cia", status: SubscriptionStatus.Terminated),
            await _world.ServiceAsync("Linje", kind: SubscriptionKind.Broadband));
        await _world.World.BarringAsync(barred);
        var id = await _world.StartAsync(BulkWorld.Bar(BarringKind.PremiumCalls), free, barred, ended, line, Guid.NewGuid());
        (await _world.JobAsync(id)).ShouldSatisfyAllConditions(job => job.State.ShouldBe(BulkJobState.Checking), job => (job.Progress, job.ProgressEnd).ShouldBe((1, 5)));
        await _world.Anna.RunDueWorkAsync();
        var job = await _world.JobAsync(id);
        (job.State, job.Action, job.Wished.Single(), job.Rows).ShouldBe((BulkJobState.Ready, "Lägg till spärrar", "Spärrar: Betalsamtal", 5));
        (await _world.RowsAsync(id)).Select(row => $"{row.No} {row.State} {row.Text}").ShouldBe(
            ["1 Ready Spärras: Betalsamtal", "2 Unchanged Tjänsten har det redan så; inget ändras", "3 Impossible Det går att ändra när tjänsten är aktiv, spärrad eller på väg att avslutas. Nu är den inte i bruk.",
                "4 Impossible Det här finns bara för mobiltelefoni och mobila växelanvändare.", "5 Impossible Tjänsten finns inte."]);
        (await _world.BarringsAsync(free)).ShouldBeEmpty();
        (await _world.ToldAsync(free), await _world.AuditedAsync("SetBarrings"), await _world.AuditedAsync("SetBarrings", 3), await _world.AuditedAsync("StartBulk")).ShouldBe((0, 0, 0, 1));
    }

    [Fact]
    public async Task Confirmed_it_is_done_once_to_those_that_it_can_be_done_to_as_if_by_the_user()
    {
        var services = new List<Guid>();
        for (var i = 0; i < 60; i++) services.Add(await _world.ServiceAsync($"Användare {i}"));
        await _world.World.BarringAsync(services[3], BarringKind.AllOutgoing);
        var id = await _world.PreviewAsync(BulkWorld.Bar(BarringKind.PremiumCalls), [.. services]);
        var key = Guid.NewGuid();
        await _world.Anna.SendAsync(new ConfirmBulk(id, key));
        await _world.Anna.SendAsync(new ConfirmBulk(id, key));
        await Should.ThrowAsync<ConflictException>(() => _world.Anna.SendAsync(new ConfirmBulk(id, Guid.NewGuid())));
        await _world.Anna.RunDueWorkAsync();
        var job = await _world.JobAsync(id);
        (job.State, job.Count(BulkRowState.Done), job.Count(BulkRowState.Impossible), job.EndedAt).ShouldBe((BulkJobState.Done, 59, 1, World.Now));
        foreach (var service in services.Where((_, i) => i != 3)) (await _world.ToldAsync(service)).ShouldBe(1);
        (await _world.BarringsAsync(services[0])).ShouldBe([BarringKind.PremiumCalls]);
        (await _world.AuditedAsync("SetBarrings"), await _world.AuditedAsync("ConfirmBulk")).ShouldBe((59, 1));
        (await _world.Anna.SendAsync(new GetSubscription(services[0]))).History[^1].Actor.ShouldBe(_world.Inner.User.DisplayName);
        (await _world.Anna.SendAsync(new ListBulkRows(id, null, 2))).ShouldSatisfyAllConditions(page => page.Rows.Count.ShouldBe(10), page => (page.First, page.Total).ShouldBe((51, 60)));
        (await _world.Anna.SendAsync(new ListBulkRows(id, BulkRowState.Impossible, 9))).Rows.ShouldHaveSingleItem().No.ShouldBe(4);
    }

    [Fact, Covers("USR-3", "rows of a job lead to it")]
    public async Task The_entries_of_the_rows_lead_to_the_job()
    {
        var id = await _world.PreviewAsync(BulkWorld.Bar(BarringKind.PremiumCalls), await _world.ServiceAsync("Åke"));
        await _world.ConfirmAsync(id);
        var log = (await _world.Anna.SendAsync(new ListAuditLog(ListRequest.Parse([], ListAuditLog.Columns)))).Rows;
        var (row, confirmed) = (log.Single(one => one.Action == "SetBarrings"), log.Single(one => one.Action == "ConfirmBulk"));
        (await _world.Anna.SendAsync(new GetAuditEntry(row.Id))).ShouldSatisfyAllConditions(entry => entry.BulkEntryId.ShouldBe(confirmed.Id), entry => entry.BulkJobId.ShouldBe(id));
        (await _world.Anna.SendAsync(new GetAuditEntry(confirmed.Id))).BulkJobId.ShouldBe(id);
        await using var other = _world.Inner.ScopeOf(await _world.World.UserAsync(_world.Inner.Organisation.RootId, "karin"));
        (await other.SendAsync(new GetAuditEntry(row.Id))).ShouldSatisfyAllConditions(entry => entry.BulkEntryId.ShouldBe(confirmed.Id), entry => entry.BulkJobId.ShouldBeNull());
    }

    [Fact]
    public async Task Rights_and_reach_are_those_of_the_moment_each_row_is_done()
    {
        var (one, gone) = (await _world.ServiceAsync("Åke"), await _world.ServiceAsync("Bo"));
        var id = await _world.PreviewAsync(BulkWorld.Bar(BarringKind.PremiumCalls), one, gone);
        await _world.World.Db.ExecuteAsync(MoveAway, new { id = gone });
        await _world.ConfirmAsync(id);
        (await _world.RowsAsync(id)).Select(row => (row.State, row.Problem)).ShouldBe([(BulkRowState.Done, null), (BulkRowState.Failed, "BulkServiceUnknown")]);

        var without = await _world.PreviewAsync(BulkWorld.Bar(BarringKind.AllData), one);
        await _world.World.Db.ExecuteAsync(TakeRight, new { id = _world.Inner.User.Id, right = Right.ManageSubscriptions });
        await _world.ConfirmAsync(without);
        (await _world.RowsAsync(without)).Single().Problem.ShouldBe("BulkRightLost");
        (await _world.AuditedAsync("SetBarrings", 2)).ShouldBe(1);

        var asleep = await _world.StartAsync(BulkWorld.Bar(BarringKind.AllData), one);
        await _world.World.Db.ExecuteAsync(PutToSleep, new { id = _world.Inner.User.Id });
        await _world.Anna.RunDueWorkAsync();
        (await _world.RowsAsync(asleep)).Single().Problem.ShouldBe("BulkUserGone");
    }

    [Fact]
    public async Task A_job_that_came_with_a_token_is_tried_out_and_done_with_no_more_than_the_token_left()
    {
        var (user, service) = (_world.Inner.User, await _world.ServiceAsync("Åke"));
        await using var token = _world.Inner.ScopeOf(user with { TokenName = "program", Rights = new HashSet<Right> { Right.ViewSubscriptions, Right.ManageSubscriptions } });
        await using var other = _world.Inner.ScopeOf(user with { TokenName = "annat", Rights = new HashSet<Right> { Right.ViewSubscriptions, Right.ManageSubscriptions, Right.PlaceOrders } });
        var id = await token.SendAsync(new StartBulk(BulkWorld.Bar(BarringKind.PremiumCalls), Guid.NewGuid()) { Services = [new($"{service}")] });
        var session = await _world.StartAsync(BulkWorld.Bar(BarringKind.AllData), service);
        (await RightsAsync(id), await RightsAsync(session)).ShouldBe(($"{(int)Right.ViewSubscriptions} {(int)Right.ManageSubscriptions}", null));
        await _world.Anna.RunDueWorkAsync();
        // Confirmed with another, it has no more than either left.
        await other.SendAsync(new ConfirmBulk(id, Guid.NewGuid()));
        await other.SendAsync(new ConfirmBulk(session, Guid.NewGuid()));
        (await RightsAsync(id)).ShouldBe($"{(int)Right.ViewSubscriptions} {(int)Right.ManageSubscriptions}");
        (await RightsAsync(session)).ShouldNotBeNull().ShouldContain($"{(int)Right.PlaceOrders}");
        await _world.World.Db.ExecuteAsync(CutRights, new { id, rights = $"{(int)Right.ViewSubscriptions}" });
        await _world.Anna.RunDueWorkAsync();
        ((await _world.RowsAsync(id)).Single().Problem, await _world.StatesAsync(session)).ShouldBe(("BulkRightLost", "Done"));
    }

    [Fact]
    public async Task A_row_that_a_kill_cut_off_is_done_once_and_one_that_kills_every_time_stops_nothing()
    {
        var (one, other, last) = (await _world.ServiceAsync("Åke"), await _world.ServiceAsync("Bo"), await _world.ServiceAsync("Cia"));
        var id = await _world.PreviewAsync(BulkWorld.Bar(BarringKind.PremiumCalls), one, other, last);
        await _world.Anna.SendAsync(new ConfirmBulk(id, Guid.NewGuid()));
        await using (var scope = _world.Anna.Services.CreateAsyncScope())
        {
            // The first was sent and not put down when the process died; over the second it died three times.
            var runs = scope.ServiceProvider.GetRequiredService<IBulkRuns>();
            var job = (await runs.FindAsync(id, default))!;
            var row = (await runs.NextAsync(id, [BulkRowState.Ready], 1, default)).Single();
            await scope.ServiceProvider.GetRequiredService<BulkStage>().DoAsync(job, row, default);
        }

        await _world.World.Db.ExecuteAsync(Begun, new { id, no = 1, tries = 1 });
        await _world.World.Db.ExecuteAsync(Begun, new { id, no = 2, tries = 3 });
        await _world.Anna.RunDueWorkAsync();
        (await _world.RowsAsync(id)).Select(row => (row.State, row.Problem)).ShouldBe([(BulkRowState.Done, null), (BulkRowState.Failed, "BulkRowBroken"), (BulkRowState.Done, null)]);
        (await _world.ToldAsync(one), await _world.ToldAsync(other), await _world.ToldAsync(last), await _world.AuditedAsync("SetBarrings")).ShouldBe((1, 0, 1, 2));
        (await _world.JobAsync(id)).State.ShouldBe(BulkJobState.Done);
    }

    [Fact]
    public async Task What_has_not_started_can_be_called_off()
    {
        var (one, other) = (await _world.ServiceAsync("Åke"), await _world.ServiceAsync("Bo"));
        var preview = await _world.PreviewAsync(BulkWorld.Bar(BarringKind.PremiumCalls), one, other);
        await _world.Anna.SendAsync(new CancelBulk(preview));
        (await _world.JobAsync(preview)).State.ShouldBe(BulkJobState.Cancelled);
        await Should.ThrowAsync<ConflictException>(() => _world.Anna.SendAsync(new CancelBulk(preview)));
        await Should.ThrowAsync<ConflictException>(() => _world.Anna.SendAsync(new ConfirmBulk(preview, Guid.NewGuid())));

        var id = await _world.PreviewAsync(BulkWorld.Bar(BarringKind.PremiumCalls), one, other);
        await _world.Anna.SendAsync(new ConfirmBulk(id, Guid.NewGuid()));
        await _world.World.Db.ExecuteAsync(Begun, new { id, no = 1, tries = 0 });
        await _world.Anna.SendAsync(new CancelBulk(id));
        (await _world.JobAsync(id)).ShouldSatisfyAllConditions(job => job.State.ShouldBe(BulkJobState.Running), job => job.CancelRequested.ShouldBeTrue());
        await _world.Anna.RunDueWorkAsync();
        (await _world.StatesAsync(id), (await _world.JobAsync(id)).State).ShouldBe(("Done Cancelled", BulkJobState.Cancelled));
        (await _world.ToldAsync(one), await _world.ToldAsync(other)).ShouldBe((1, 0));
        (await _world.Anna.SendAsync(new ListBulkJobs())).Select(job => (job.Id, BulkWords.State(job))).ShouldBe([(id, "Avbrutet"), (preview, "Inte bekräftat")]);
        (BulkWords.State(BulkRowState.Ready, false), BulkWords.State(BulkRowState.Ready, true), BulkWords.State(BulkRowState.Cancelled, false), BulkWords.State(BulkRowState.Cancelled, true))
            .ShouldBe(("Görs efter bekräftelse", "Väntar på sin tur", "Inte gjord", "Avbruten"));
    }

    [Fact]
    public async Task A_job_is_made_anew_with_the_services_as_its_file_named_them()
    {
        var service = await _world.ServiceAsync("Åke", "+46701740605");
        var id = await _world.StartAsync(new BulkWish { Kind = BulkKind.References }, new BulkService("0701740605", new Dictionary<string, string> { ["employee"] = "1" }, 3), new BulkService("0701740605", UserName: "Bo", Row: 4),
            new BulkService("0701740699", UserName: "Bo", Row: 5), new BulkService($"{_world.Inner.Service}", Row: 6, Formula: "C6", FormulaOf: "cost-centre"));
        // The number comes to somebody else than the file says meanwhile.
        var late = await _world.ServiceAsync("Ulla", "+46701740699");
        var again = await _world.Anna.SendAsync(new StartBulk(new BulkWish { Kind = BulkKind.References, CostCentre = "4711" }, Guid.NewGuid()) { InsteadOf = id });
        (await _world.JobAsync(id)).State.ShouldBe(BulkJobState.Cancelled);
        await _world.Anna.RunDueWorkAsync();
        (await _world.RowsAsync(again)).Select(row => (row.No, row.SubscriptionId, row.Problem)).ShouldBe(
            [(3, service, null), (4, service, "BulkOtherUser"), (5, late, "BulkOtherUser"), (6, _world.Inner.Service, "BulkFormula")]);
        (await _world.RowsAsync(again))[0].Text.ShouldBe("Kostnadsställe: tomt → 4711. Anställningsnummer: tomt → 1");
        // A formula in a column of that action means nothing for another.
        var other = await _world.Anna.SendAsync(new StartBulk(BulkWorld.Bar(BarringKind.AllData), Guid.NewGuid()) { InsteadOf = again });
        await _world.Anna.RunDueWorkAsync();
        (await _world.RowsAsync(other)).Select(row => row.Problem).ShouldBe([null, "BulkOtherUser", "BulkOtherUser", null]);
    }

    [Fact]
    public async Task Work_that_is_given_up_leaves_no_row_waiting()
    {
        var service = await _world.ServiceAsync("Åke");
        var (check, run) = (await _world.StartAsync(BulkWorld.Bar(BarringKind.AllData), service), await _world.PreviewAsync(BulkWorld.Bar(BarringKind.PremiumCalls), service));
        await _world.Anna.SendAsync(new ConfirmBulk(run, Guid.NewGuid()));
        var other = await _world.StartAsync(BulkWorld.Bar(BarringKind.OutgoingSms), service);
        await using var scope = _world.Anna.Services.CreateAsyncScope();
        foreach (var id in new[] { run, other }) await scope.ServiceProvider.GetRequiredService<IBulkRuns>().GiveUpAsync(id, new("BulkRowBroken"), World.Now, default);
        (await _world.StatesAsync(check), await _world.StatesAsync(run), await _world.StatesAsync(other)).ShouldBe(("Ready", "Failed", "Impossible"));
        ((await _world.JobAsync(run)).State, (await _world.JobAsync(other)).State).ShouldBe((BulkJobState.Done, BulkJobState.Ready));
    }

    [Fact]
    public async Task Somebody_elses_job_and_one_of_a_wider_reach_are_not_there_and_neither_are_services_outside_it()
    {
        var below = await _world.World.AccountAsync(_world.Inner.Organisation.RootId, "Norr");
        var (top, under) = (await _world.ServiceAsync("Åke", "+46701740611"), await _world.World.SubscriptionAsync(below, "Bo", phone: "+46701740612"));
        var karl = await _world.World.UserAsync(below, "karl");
        await using var scope = _world.Inner.ScopeOf(karl);
        var id = await scope.SendAsync(new StartBulk(BulkWorld.Bar(BarringKind.AllData), Guid.NewGuid()) { Services = [new($"{top}"), new("070-174 06 11"), new("070-174 06 12")] });
        (await scope.SendAsync(new ListBulkRows(id, null, 1))).Rows.Select(row => (row.SubscriptionId, row.Problem)).ShouldBe([(null, "BulkServiceUnknown"), (null, "BulkServiceUnknown"), (under, null)]);
        await Should.ThrowAsync<NotFoundException>(() => _world.JobAsync(id));
        await Should.ThrowAsync<NotFoundException>(() => _world.RowsAsync(id));
        var wide = await _world.StartAsync(BulkWorld.Bar(BarringKind.AllData), top);
        await using var narrower = _world.Inner.ScopeOf(_world.Inner.User with { Reach = karl.Reach });
        await Should.ThrowAsync<NotFoundException>(() => narrower.SendAsync(new GetBulkJob(wide)));
        (await narrower.SendAsync(new ListBulkJobs())).ShouldBeEmpty();
        var matching = await scope.SendAsync(new StartBulk(BulkWorld.Bar(BarringKind.AllData), Guid.NewGuid()) { Matching = "" });
        (await scope.SendAsync(new ListBulkRows(matching, null, 1))).Rows.ShouldHaveSingleItem().SubscriptionId.ShouldBe(under);
        (await scope.SendAsync(new GetBulkForm(""))).ShouldSatisfyAllConditions(form => form.Matches.ShouldBe(1), form => form.Filter.ShouldHaveSingleItem().ShouldStartWith("Status: Aktiv"));
    }

    [Fact]
    public async Task Previews_that_nobody_confirms_are_called_off_and_ended_jobs_removed_after_their_time()
    {
        var id = await _world.PreviewAsync(BulkWorld.Bar(BarringKind.AllData), await _world.ServiceAsync("Åke"));
        await CleanUpAsync(8);
        (await _world.JobAsync(id)).State.ShouldBe(BulkJobState.Cancelled);
        await CleanUpAsync(89);
        (await _world.JobAsync(id)).State.ShouldBe(BulkJobState.Cancelled);
        await CleanUpAsync(2);
        await Should.ThrowAsync<NotFoundException>(() => _world.JobAsync(id));
        (await _world.World.Db.FirstOrDefaultAsync<int>(SelectCount, new { id })).ShouldBe(0);
    }

    private Task<string?> RightsAsync(Guid id) => _world.World.Db.FirstOrDefaultAsync<string?>(SelectRights, new { id });

    private async Task CleanUpAsync(int days)
    {
        _world.Anna.Clock.Advance(TimeSpan.FromDays(days));
        await _world.Anna.RunAsync(async services =>
        {
            await services.GetServices<Application.Common.Ports.IRecurringWork>().OfType<BulkCleanUp>().Single().RunAsync(default);
            return true;
        });
    }
}

public sealed class BulkJobsOnSqlite() : BulkJobTests(DatabaseEngine.Sqlite);

public sealed class BulkJobsOnSqlServer() : BulkJobTests(DatabaseEngine.SqlServer);
