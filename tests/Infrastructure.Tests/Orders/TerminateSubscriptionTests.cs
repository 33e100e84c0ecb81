using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Orders;

[Covers("SVC-13", "carried out once, on its day")]
public abstract class TerminateSubscriptionTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private ReplacementWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await ReplacementWorld.MakeAsync(_engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Its_card_never_works_again()
    {
        await _world.Anna.SendAsync(new TerminateSubscription(_world.Service, World.Today.AddDays(1), Guid.NewGuid()));
        (await StatusAsync()).ShouldBe(SubscriptionStatus.Terminating);
        _world.Anna.Clock.Advance(TimeSpan.FromDays(3));
        await _world.PassTimeAsync();
        (await DetailAsync()).Facts.ShouldSatisfyAllConditions(f => f.Status.ShouldBe(SubscriptionStatus.Terminated), f => f.EndsOn.ShouldBe(World.Today.AddDays(1)));
        (await _world.SimStateAsync(_world.OldIcc)).ShouldBe((int)SimCardState.Expired);
        (await _world.HistoryAsync()).ShouldBe([SubscriptionEventKinds.TerminationOrdered, SubscriptionEventKinds.Terminated]);
    }

    [Fact]
    public async Task Called_off_before_its_day_the_service_goes_on_and_can_be_ended_anew()
    {
        var order = await _world.Anna.SendAsync(new TerminateSubscription(_world.Service, World.Today.AddDays(30), Guid.NewGuid()));
        (await _world.Anna.SendAsync(new ListComingChanges(_world.Service))).ShouldHaveSingleItem().CanCancel.ShouldBeTrue();
        (await _world.Anna.SendAsync(new CancelOrder(order.Number))).ShouldBe(OrderState.Cancelled);
        (await DetailAsync()).Facts.ShouldSatisfyAllConditions(f => f.Status.ShouldBe(SubscriptionStatus.Active), f => f.EndsOn.ShouldBeNull());
        _world.Anna.Clock.Advance(TimeSpan.FromDays(31));
        await _world.PassTimeAsync();
        (await StatusAsync()).ShouldBe(SubscriptionStatus.Active);
        await _world.Anna.SendAsync(new TerminateSubscription(_world.Service, World.Today.AddDays(40), Guid.NewGuid()));
    }

    [Fact]
    public async Task Of_twenty_attempts_at_once_one_ends_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(days => Task.Run(async () =>
        {
            try
            {
                await _world.Anna.SendAsync(new TerminateSubscription(_world.Service, World.Today.AddDays(days), Guid.NewGuid()));
                return "done";
            }
            catch (DomainRuleException refused)
            {
                return refused.Code;
            }
            catch (Application.Common.Errors.ConflictException refused)
            {
                return refused.Code;
            }
        })));
        outcomes.Count(outcome => outcome == "done").ShouldBe(1);
        (await _world.Anna.SendAsync(new ListComingChanges(_world.Service))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_replacement_under_way_ends_with_the_service()
    {
        var replacement = await _world.Anna.SendAsync(_world.OwnCard());
        (await _world.Anna.SendAsync(new GetTermination(_world.Service, World.Today))).Outcome.ShouldNotBeNull().Ended.ShouldHaveSingleItem().OrderNumber.ShouldBe(replacement.Number);
        await _world.Anna.SendAsync(new TerminateSubscription(_world.Service, World.Today, Guid.NewGuid()));
        (await _world.StateAsync(replacement.Number)).ShouldBe(OrderState.Cancelled);
        (await _world.SimStateAsync(_world.StockIcc)).ShouldBe((int)SimCardState.InStock);
    }

    private async Task<SubscriptionStatus> StatusAsync() => (await DetailAsync()).Facts.Status;

    private Task<SubscriptionDetail> DetailAsync() => _world.Anna.SendAsync(new GetSubscription(_world.Service));
}

public sealed class TerminateSubscriptionOnSqlite() : TerminateSubscriptionTests(DatabaseEngine.Sqlite);

public sealed class TerminateSubscriptionOnSqlServer() : TerminateSubscriptionTests(DatabaseEngine.SqlServer);
