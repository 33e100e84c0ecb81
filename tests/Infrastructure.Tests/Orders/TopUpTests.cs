using Connect.Application.Common.Errors;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Orders;

[Covers("SVC-12", "ordered, delivered, and counted for its month")]
public abstract class TopUpTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly DateOnly March = new(2026, 3, 1);
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private ReplacementWorld _world = null!;
    private Guid _service, _two;

    public async ValueTask InitializeAsync()
    {
        _world = await ReplacementWorld.MakeAsync(_engine);
        _two = await _world.World.DataPackageAsync("Extra 2 GB", 2_000_000_000, 79, topUp: true);
        await _world.World.DataPackageAsync("Extra utan gräns", null, 500, topUp: true);
        _service = await _world.World.SubscriptionAsync(_world.Organisation.RootId, dataPackageId: await _world.World.DataPackageAsync());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Delivered_the_month_has_the_package_and_the_top_up_and_costs_no_more_a_month()
    {
        (await _world.Anna.SendAsync(new GetTopUp(_service))).Offered.ShouldHaveSingleItem().ShouldSatisfyAllConditions(o => o.Id.ShouldBe(_two), o => o.MonthlyPrice.Kronor.ShouldBe(79));
        var order = await TopUpAsync();
        (await _world.Anna.SendAsync(new ListComingChanges(_service))).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            c => (c.TopsUpWith, c.ForMonth, c.OneTimePrice!.Value.Kronor).ShouldBe(("Extra 2 GB", March, 79m)), c => c.CanCancel.ShouldBeTrue());
        (await DetailAsync()).DataOfMonth.ShouldBe(10_000_000_000);
        (await _world.Anna.SendAsync(new GetTopUp(_service))).UnderWay.ShouldHaveSingleItem().OrderNumber.ShouldBe(order.Number);

        await _world.PassTimeAsync();

        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Delivered);
        (await DetailAsync()).ShouldSatisfyAllConditions(
            s => s.DataOfMonth.ShouldBe(12_000_000_000), s => s.TopUps.ShouldHaveSingleItem().Name.ShouldBe("Extra 2 GB"), s => s.Facts.MonthlyPrice.Kronor.ShouldBe(199),
            s => s.History[0].ShouldSatisfyAllConditions(h => h.Kind.ShouldBe(SubscriptionEventKinds.ToppedUp), h => h.Values.ShouldBe([order.Number, "Extra 2 GB", Application.Common.Texts.Format.Month(March)])));
        (await _world.Anna.SendAsync(new GetTopUp(_service))).ShouldSatisfyAllConditions(t => t.Delivered.ShouldHaveSingleItem().Bytes.ShouldBe(2_000_000_000), t => t.UnderWay.ShouldBeEmpty());
    }

    [Fact]
    public async Task Several_may_be_under_way_and_the_same_request_orders_once()
    {
        var request = Guid.NewGuid();
        (await TopUpAsync(request)).ShouldBe(await TopUpAsync(request));
        await TopUpAsync();
        await _world.PassTimeAsync();
        (await DetailAsync()).DataOfMonth.ShouldBe(14_000_000_000);
    }

    /// <summary>23:59 on the last day: what comes the next day counts for the month that it was ordered for.</summary>
    [Fact]
    public async Task Delivered_in_the_next_month_it_counts_for_the_one_it_was_ordered_for()
    {
        MoveTo(new DateTimeOffset(2026, 3, 31, 21, 59, 0, TimeSpan.Zero));
        var order = await TopUpAsync();
        MoveTo(new DateTimeOffset(2026, 4, 1, 7, 0, 0, TimeSpan.Zero));
        await _world.PassTimeAsync();
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Delivered);
        (await DetailAsync()).ShouldSatisfyAllConditions(s => s.DataOfMonth.ShouldBe(10_000_000_000), s => s.History[0].Values[2].ShouldBe(Application.Common.Texts.Format.Month(March)));
    }

    [Fact]
    public async Task The_next_month_begins_with_the_package_alone()
    {
        await TopUpAsync();
        await _world.PassTimeAsync();
        MoveTo(new DateTimeOffset(2026, 3, 31, 21, 59, 0, TimeSpan.Zero));
        (await DetailAsync()).DataOfMonth.ShouldBe(12_000_000_000);
        MoveTo(new DateTimeOffset(2026, 3, 31, 22, 0, 0, TimeSpan.Zero));
        (await DetailAsync()).DataOfMonth.ShouldBe(10_000_000_000);
    }

    [Fact]
    public async Task Called_off_or_rejected_nothing_is_added()
    {
        var (first, second) = (await TopUpAsync(), await TopUpAsync());
        (await _world.Anna.SendAsync(new CancelOrder(first.Number))).ShouldBe(OrderState.Cancelled);
        await _world.Operator.SendAsync(new ReportOrderProgress(Guid.NewGuid(), second.Number, OrderProgress.Rejected) { Reason = "Säljs inte längre" });
        await _world.PassTimeAsync();
        (await DetailAsync()).ShouldSatisfyAllConditions(s => s.DataOfMonth.ShouldBe(10_000_000_000), s => s.TopUps.ShouldBeEmpty(),
            s => s.History[0].Values.ShouldBe([second.Number, "Säljs inte längre"]), s => s.History[1].Kind.ShouldBe(SubscriptionEventKinds.TopUpCancelled));
    }

    [Fact]
    public async Task Ended_today_the_service_is_not_topped_up_any_more()
    {
        var order = await TopUpAsync();
        await _world.Anna.SendAsync(new TerminateSubscription(_service, World.Today, Guid.NewGuid()));
        (await _world.Anna.SendAsync(new GetOrder(order.Number))).ShouldSatisfyAllConditions(o => o.State.ShouldBe(OrderState.Cancelled), o => o.Reason.ShouldNotBeNull());
        (await Should.ThrowAsync<DomainRuleException>(() => TopUpAsync())).Code.ShouldBe("TopUpServiceEnds");
        await _world.PassTimeAsync();
        (await Should.ThrowAsync<DomainRuleException>(() => TopUpAsync())).Code.ShouldBe("ServiceHasEnded");
        (await DetailAsync()).TopUps.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_package_of_every_month_and_one_without_limit_are_no_top_ups()
    {
        var monthly = await _world.World.DataPackageAsync("20 GB", 20_000_000_000, 149);
        (await Should.ThrowAsync<InvalidInputException>(() => _world.Anna.SendAsync(new TopUpData(_service, monthly, null, Guid.NewGuid())))).Problems.ShouldHaveSingleItem().Code.ShouldBe("PlanUnknown");
    }

    private void MoveTo(DateTimeOffset at) => _world.Anna.Clock.SetUtcNow(at);

    private Task<PlacedOrder> TopUpAsync(Guid? request = null) => _world.Anna.SendAsync(new TopUpData(_service, _two, null, request ?? Guid.NewGuid()));

    private Task<SubscriptionDetail> DetailAsync() => _world.Anna.SendAsync(new GetSubscription(_service));
}

public sealed class TopUpOnSqlite() : TopUpTests(DatabaseEngine.Sqlite);

public sealed class TopUpOnSqlServer() : TopUpTests(DatabaseEngine.SqlServer);
