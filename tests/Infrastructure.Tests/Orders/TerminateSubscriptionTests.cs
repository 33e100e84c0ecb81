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

    /// <summary>Also over the nights when the clocks are changed: 28 March and 31 October 2027.</summary>
    [Theory]
    [InlineData("2026-03-10T10:00:00Z", "2026-03-11", "2026-03-10T23:00:00Z")]
    [InlineData("2027-03-27T12:00:00Z", "2027-03-28", "2027-03-27T23:00:00Z")]
    [InlineData("2027-03-28T12:00:00Z", "2027-03-29", "2027-03-28T22:00:00Z")]
    [InlineData("2027-10-30T12:00:00Z", "2027-10-31", "2027-10-30T22:00:00Z")]
    [InlineData("2027-10-31T12:00:00Z", "2027-11-01", "2027-10-31T23:00:00Z")]
    public async Task It_is_carried_out_once_after_midnight_in_Stockholm(string ordered, string endsOn, string midnight)
    {
        MoveTo(ordered);
        var order = await _world.Anna.SendAsync(new TerminateSubscription(_world.Service, DateOnly.Parse(endsOn, null), Guid.NewGuid()));
        MoveTo(midnight, TimeSpan.FromSeconds(-1));
        (await _world.Anna.RunDueWorkAsync()).ShouldBe(0);
        (await StatusAsync()).ShouldBe(SubscriptionStatus.Terminating);
        MoveTo(midnight);
        await _world.PassTimeAsync();
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Delivered);
        (await StatusAsync()).ShouldBe(SubscriptionStatus.Terminated);
        (await _world.SimStateAsync(_world.OldIcc)).ShouldBe((int)SimCardState.Expired);
        await _world.PassTimeAsync();
        (await _world.HistoryAsync()).ShouldBe([SubscriptionEventKinds.TerminationOrdered, SubscriptionEventKinds.Terminated]);
    }

    [Fact]
    public async Task Down_over_the_day_it_is_carried_out_at_the_next_start()
    {
        var order = await _world.Anna.SendAsync(new TerminateSubscription(_world.Service, World.Today.AddDays(1), Guid.NewGuid()));
        _world.Anna.Clock.Advance(TimeSpan.FromDays(3));
        await _world.PassTimeAsync();
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Delivered);
        (await DetailAsync()).Facts.EndsOn.ShouldBe(World.Today.AddDays(1));
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

    private void MoveTo(string instant, TimeSpan from = default) => _world.Anna.Clock.SetUtcNow(DateTimeOffset.Parse(instant, null) + from);
}

public sealed class TerminateSubscriptionOnSqlite() : TerminateSubscriptionTests(DatabaseEngine.Sqlite);

public sealed class TerminateSubscriptionOnSqlServer() : TerminateSubscriptionTests(DatabaseEngine.SqlServer);
