using Connect.Application.Common.Errors;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Orders;

[Covers("SVC-11", "carried out on its day, and who sees the service then")]
public abstract class MoveSubscriptionTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly Stmt SelectNumber = "SELECT Number FROM Account WHERE Id = @id";
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private ReplacementWorld _world = null!;
    private (Guid Id, string Number) _target;

    public async ValueTask InitializeAsync()
    {
        _world = await ReplacementWorld.MakeAsync(_engine);
        var id = await _world.World.AccountAsync(_world.Organisation.RootId, "Kontor");
        _target = (id, (await _world.World.Db.FirstOrDefaultAsync<string>(SelectNumber, new { id }))!);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task From_its_day_on_it_belongs_to_the_other_account_and_is_seen_there()
    {
        await using var kontor = _world.ScopeOf(await _world.World.UserAsync(_target.Id, "karl"));
        var order = await MoveAsync(World.Today.AddDays(1));
        (await _world.Anna.SendAsync(new ListComingChanges(_world.Service))).ShouldHaveSingleItem().MovesTo.ShouldBe($"Kontor ({_target.Number})");
        await Should.ThrowAsync<NotFoundException>(() => kontor.SendAsync(new GetSubscription(_world.Service)));

        _world.Anna.Clock.Advance(TimeSpan.FromDays(1));
        await _world.PassTimeAsync();
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Delivered);
        (await kontor.SendAsync(new GetSubscription(_world.Service))).ShouldSatisfyAllConditions(
            s => s.Facts.AccountNumber.ShouldBe(_target.Number),
            s => s.History.Select(line => line.Kind).ShouldBe([SubscriptionEventKinds.Moved])); // what was before the move stays out of sight
        (await _world.HistoryAsync()).ShouldBe([SubscriptionEventKinds.MoveOrdered, SubscriptionEventKinds.Moved]);
    }

    [Fact]
    public async Task Called_off_before_its_day_it_stays()
    {
        var order = await MoveAsync(World.Today.AddDays(5));
        (await Should.ThrowAsync<ConflictException>(() => MoveAsync(World.Today.AddDays(6)))).Code.ShouldBe("MoveOpen");
        (await _world.Anna.SendAsync(new CancelOrder(order.Number))).ShouldBe(OrderState.Cancelled);
        _world.Anna.Clock.Advance(TimeSpan.FromDays(6));
        await _world.PassTimeAsync();
        (await DetailAsync()).Facts.AccountNumber.ShouldNotBe(_target.Number);
    }

    [Fact]
    public async Task Rejected_by_the_operator_the_reason_stands_in_the_history()
    {
        var order = await MoveAsync(World.Today);
        await _world.Operator.SendAsync(new ReportOrderProgress(Guid.NewGuid(), order.Number, OrderProgress.Rejected) { Reason = "Kontot är spärrat" });
        (await DetailAsync()).ShouldSatisfyAllConditions(
            s => s.Facts.AccountNumber.ShouldNotBe(_target.Number), s => s.History[0].Values.ShouldBe([order.Number, "Kontot är spärrat"]), s => s.Ordered.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_move_after_the_end_of_the_service_is_called_off_with_it()
    {
        var move = await MoveAsync(World.Today.AddDays(20));
        var termination = await _world.Anna.SendAsync(new TerminateSubscription(_world.Service, World.Today.AddDays(10), Guid.NewGuid()));
        (await _world.Anna.SendAsync(new GetOrder(move.Number))).ShouldSatisfyAllConditions(o => o.State.ShouldBe(OrderState.Cancelled), o => o.Reason.ShouldNotBeNullOrEmpty());
        (await _world.Anna.SendAsync(new ListComingChanges(_world.Service))).ShouldHaveSingleItem().OrderNumber.ShouldBe(termination.Number);
    }

    private Task<PlacedOrder> MoveAsync(DateOnly day) => _world.Anna.SendAsync(new MoveSubscription(_world.Service, _target.Number, day, Guid.NewGuid()));

    private Task<SubscriptionDetail> DetailAsync() => _world.Anna.SendAsync(new GetSubscription(_world.Service));
}

public sealed class MoveSubscriptionOnSqlite() : MoveSubscriptionTests(DatabaseEngine.Sqlite);

public sealed class MoveSubscriptionOnSqlServer() : MoveSubscriptionTests(DatabaseEngine.SqlServer);
