using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Subscriptions.Bulk;

/// <summary>What was confirmed is held to: nothing is done on other terms, and what was done before a kill is told as it was.</summary>
[Covers("SVC-15", "done as the preview said, or not at all")]
public abstract class BulkTermsTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly Stmt Dearer = "UPDATE DataPackage SET MonthlyPrice = MonthlyPrice + 10000 WHERE Id = @id";
    private static readonly Stmt Begun = "UPDATE BulkRow SET State = 5, Tries = 1 WHERE JobId = @id";
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private BulkWorld _world = null!;
    private Guid _one;

    public async ValueTask InitializeAsync()
    {
        _world = await BulkWorld.MakeAsync(_engine);
        _one = await _world.ServiceAsync("Åke", "+46701740611");
    }

    public ValueTask DisposeAsync() => _world is null ? ValueTask.CompletedTask : _world.DisposeAsync();

    [Fact]
    public async Task An_end_that_costs_more_than_the_preview_said_is_not_carried_out()
    {
        var wish = new BulkWish { Kind = BulkKind.Terminate, Day = World.Today.AddDays(30) };
        var id = await _world.PreviewAsync(wish, _one);
        var told = (await _world.RowsAsync(id)).Single().Outcome!.InvoicedUntil;
        // Notice counts from the day that the end is ordered on.
        _world.Anna.Clock.Advance(TimeSpan.FromDays(1));
        await _world.ConfirmAsync(id);
        (await _world.RowsAsync(id)).Select(row => (row.State, row.Problem, row.Text)).ShouldBe(
            [(BulkRowState.Failed, "TermsChanged", "Pris eller kostnad har ändrats sedan förhandsgranskningen. Förhandsgranska igen.")]);
        (await _world.Anna.SendAsync(new GetSubscription(_one))).Facts.Status.ShouldBe(SubscriptionStatus.Active);
        (await _world.AuditedAsync("TerminateSubscription"), await _world.AuditedAsync("TerminateSubscription", 3)).ShouldBe((0, 1));

        var again = await _world.PreviewAsync(wish, _one);
        (await _world.RowsAsync(again)).Single().Outcome!.InvoicedUntil.ShouldBe(told!.Value.AddDays(1));
        await _world.ConfirmAsync(again);
        (await _world.StatesAsync(again)).ShouldBe("Done");
    }

    [Fact]
    public async Task A_change_whose_price_has_risen_since_the_preview_is_not_carried_out()
    {
        var (small, large) = (await _world.World.DataPackageAsync("10 GB"), await _world.World.DataPackageAsync("100 GB", 100_000_000_000, 299));
        var service = await _world.World.SubscriptionAsync(_world.Inner.Organisation.RootId, "Bo", dataPackageId: small);
        var id = await _world.PreviewAsync(new() { Kind = BulkKind.Change, DataPackage = large, Day = World.Today }, service);
        await _world.World.Db.ExecuteAsync(Dearer, new { id = large });
        await _world.ConfirmAsync(id);
        (await _world.RowsAsync(id)).Single().ShouldSatisfyAllConditions(row => row.State.ShouldBe(BulkRowState.Failed), row => row.Problem.ShouldBe("TermsChanged"));
        (await _world.Anna.SendAsync(new ListComingChanges(service))).ShouldBeEmpty();
    }

    [Fact]
    public async Task References_that_were_set_before_a_kill_are_told_as_set()
    {
        var id = await _world.PreviewAsync(new() { Kind = BulkKind.References, CostCentre = "4711" }, _one);
        await KilledAsync(id);
        (await _world.RowsAsync(id)).Select(row => (row.State, row.Text)).ShouldBe([(BulkRowState.Done, "Kostnadsställe: tomt → 4711")]);
        (await _world.ToldAsync(_one)).ShouldBe(1);
    }

    [Fact]
    public async Task References_that_somebody_else_has_set_meanwhile_are_told_as_they_are()
    {
        var id = await _world.PreviewAsync(new() { Kind = BulkKind.References, CostCentre = "4711" }, _one);
        await _world.Anna.SendAsync(new EditSubscriptionReferences(_one, null, "4711", null));
        await _world.ConfirmAsync(id);
        (await _world.StatesAsync(id)).ShouldBe("Unchanged");
    }

    [Fact]
    public async Task Orders_that_an_end_called_off_before_a_kill_are_told_as_called_off()
    {
        var there = await _world.World.AccountNumberAsync(await _world.World.AccountAsync(_world.Inner.Organisation.RootId));
        var order = await _world.Anna.SendAsync(new MoveSubscription(_one, there, World.Today.AddDays(60), Guid.NewGuid()));
        var id = await _world.PreviewAsync(new() { Kind = BulkKind.Terminate, Day = World.Today.AddDays(30) }, _one);
        await KilledAsync(id);
        (await _world.RowsAsync(id)).Select(row => (row.State, row.Text)).ShouldBe([(BulkRowState.Done, $"Tjänsten avslutas. Beställningar som dras tillbaka: {order.Number}")]);
        (await _world.Inner.StateAsync(order.Number)).ShouldBe(OrderState.Cancelled);
    }

    /// <summary>Confirmed; its one row was done and not put down when the process died; then the next process goes on.</summary>
    private async Task KilledAsync(Guid id)
    {
        await _world.Anna.SendAsync(new ConfirmBulk(id, Guid.NewGuid()));
        await using (var scope = _world.Anna.Services.CreateAsyncScope())
        {
            var runs = scope.ServiceProvider.GetRequiredService<IBulkRuns>();
            var row = (await runs.NextAsync(id, [BulkRowState.Ready], 1, default)).Single();
            (await scope.ServiceProvider.GetRequiredService<BulkStage>().DoAsync((await runs.FindAsync(id, default))!, row, default)).Problem.ShouldBeNull();
        }

        await _world.World.Db.ExecuteAsync(Begun, new { id });
        await _world.Anna.RunDueWorkAsync();
    }
}

public sealed class BulkTermsOnSqlite() : BulkTermsTests(DatabaseEngine.Sqlite);

public sealed class BulkTermsOnSqlServer() : BulkTermsTests(DatabaseEngine.SqlServer);
