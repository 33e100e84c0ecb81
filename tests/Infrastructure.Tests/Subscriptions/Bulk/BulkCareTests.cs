using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Subscriptions;
using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Subscriptions.Bulk;
using Connect.TestKit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Subscriptions.Bulk;

/// <summary>What passes by itself leaves no service out, jobs keep nobody else waiting, and many of them cost no more than one.</summary>
[Covers("SVC-15", "many jobs, long texts and passing errors")]
public abstract class BulkCareTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly Stmt Tried = "UPDATE BulkRow SET Tries = @tries WHERE JobId = @id AND No = @no";
    private static readonly Stmt SelectTries = "SELECT MAX(Tries) FROM BulkRow WHERE JobId = @id AND State = 2";
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private readonly Seen _seen = new();
    private BulkWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await BulkWorld.MakeAsync(_engine);

    public ValueTask DisposeAsync() => _world is null ? ValueTask.CompletedTask : _world.DisposeAsync();

    [Fact]
    public async Task A_preview_that_waits_for_its_user_takes_nobody_elses_place()
    {
        var service = await _world.ServiceAsync("Åke");
        await _world.PreviewAsync(BulkWorld.Bar(BarringKind.AllData), service);
        (await OpenAsync(_world.Inner.User.Id), await OpenAsync(Guid.NewGuid())).ShouldBe(((1, 0), (0, 0)));
        await _world.StartAsync(BulkWorld.Bar(BarringKind.AllData), service);
        var running = await _world.PreviewAsync(BulkWorld.Bar(BarringKind.PremiumCalls), service);
        await _world.StartAsync(BulkWorld.Bar(BarringKind.OutgoingSms), service);
        await _world.Anna.SendAsync(new ConfirmBulk(running, Guid.NewGuid()));
        (await OpenAsync(_world.Inner.User.Id), await OpenAsync(Guid.NewGuid())).ShouldBe(((4, 2), (0, 2)));
    }

    [Fact]
    public async Task A_conflict_while_it_is_tried_out_leaves_no_service_out()
    {
        var service = await _world.ServiceAsync("Åke");
        await using var scope = _world.Inner.ScopeOf(_world.Inner.User, services => services.AddSingleton<IPipelineBehavior<SetBarrings, BarringChange>>(new FirstInVain()));
        var id = await scope.SendAsync(new StartBulk(BulkWorld.Bar(BarringKind.PremiumCalls), Guid.NewGuid()) { Services = [new($"{service}")] });
        await scope.RunDueWorkAsync();
        (await _world.RowsAsync(id)).Select(row => (row.State, row.Problem)).ShouldBe([(BulkRowState.Ready, null)]);
    }

    [Fact]
    public async Task A_row_that_kills_the_process_every_time_it_is_tried_out_leaves_the_others()
    {
        var id = await _world.StartAsync(BulkWorld.Bar(BarringKind.PremiumCalls), await _world.ServiceAsync("Åke"), await _world.ServiceAsync("Bo"));
        await _world.World.Db.ExecuteAsync(Tried, new { id, no = 1, tries = 3 });
        await _world.World.Db.ExecuteAsync(Tried, new { id, no = 2, tries = 2 });
        await _world.Anna.RunDueWorkAsync();
        (await _world.RowsAsync(id)).Select(row => (row.State, row.Problem)).ShouldBe([(BulkRowState.Impossible, "BulkRowBroken"), (BulkRowState.Ready, null)]);
        // They are counted anew when it is carried out.
        (await _world.World.Db.FirstOrDefaultAsync<int>(SelectTries, new { id })).ShouldBe(0);
        await _world.ConfirmAsync(id);
        (await _world.StatesAsync(id)).ShouldBe("Impossible Done");
    }

    [Fact]
    public async Task Texts_are_kept_as_long_as_they_may_be_in_any_signs()
    {
        var text = new string('å', BulkWish.LongestText);
        var id = await _world.StartAsync(new BulkWish { Kind = BulkKind.Terminate, Account = text, CostCentre = text, EmployeeNumber = text, Busy = text },
            new BulkService($"{await _world.ServiceAsync("Åke")}", new Dictionary<string, string> { ["day"] = new('å', 1497) }));
        (await _world.RowsAsync(id)).Single().Text.ShouldStartWith("Datum: ååå");
        (await _world.JobAsync(id)).Wish.CostCentre.ShouldBe(text);
    }

    [Fact]
    public async Task A_list_of_jobs_takes_as_many_statements_as_one_job()
    {
        var wish = new BulkWish { Kind = BulkKind.Change, DataPackage = await _world.World.DataPackageAsync(), Day = World.Today };
        var service = await _world.ServiceAsync("Åke");
        await using var scope = Watched();
        await _world.PreviewAsync(wish, service);
        (await scope.SendAsync(new ListBulkJobs())).ShouldHaveSingleItem();
        var one = _seen.Statements.Count;
        await _world.PreviewAsync(wish, service, Guid.NewGuid());
        await _world.PreviewAsync(BulkWorld.Bar(BarringKind.AllData), service);
        (await scope.SendAsync(new ListBulkJobs())).Select(job => (job.Rows, job.Count(BulkRowState.Ready), job.Count(BulkRowState.Impossible))).ShouldBe([(1, 1, 0), (2, 1, 1), (1, 1, 0)]);
        _seen.Statements.Count.ShouldBe(2 * one);
    }

    [Fact]
    public async Task An_old_job_is_removed_piece_by_piece()
    {
        var id = await _world.StartAsync(BulkWorld.Bar(BarringKind.AllData), [.. Enumerable.Range(0, BulkCleanUp.AtOnce + 1).Select(_ => Guid.NewGuid())]);
        await _world.Anna.SendAsync(new CancelBulk(id));
        await using var scope = Watched();
        scope.Clock.Advance(TimeSpan.FromDays(91));
        await scope.RunAsync(async services =>
        {
            await services.GetServices<IRecurringWork>().OfType<BulkCleanUp>().Single().RunAsync(default);
            return true;
        });
        _seen.Statements.Count(statement => statement.StartsWith("DELETE FROM BulkRow", StringComparison.Ordinal)).ShouldBe(2);
        await Should.ThrowAsync<NotFoundException>(() => _world.JobAsync(id));
    }

    private TestScope Watched() => _world.Inner.ScopeOf(_world.Inner.User, services => services.AddSingleton<ISqlObserver>(_seen));

    private Task<(int Own, int All)> OpenAsync(Guid user) => _world.Anna.RunAsync(services => services.GetRequiredService<IBulkJobs>().CountOpenAsync(user, default));

    /// <summary>Somebody else is first the first time.</summary>
    private sealed class FirstInVain : IPipelineBehavior<SetBarrings, BarringChange>
    {
        private int _times;

        public Task<BarringChange> Handle(SetBarrings request, CancellationToken cancellationToken, RequestHandlerDelegate<BarringChange> next) =>
            _times++ == 0 ? throw new ConflictException() : next();
    }

    private sealed class Seen : ISqlObserver
    {
        public List<string> Statements { get; } = [];

        public void OnStatement(Stmt statement, object? parameters, string caller) => Statements.Add(statement.Sqlite);
    }
}

public sealed class BulkCareOnSqlite() : BulkCareTests(DatabaseEngine.Sqlite);

public sealed class BulkCareOnSqlServer() : BulkCareTests(DatabaseEngine.SqlServer);
