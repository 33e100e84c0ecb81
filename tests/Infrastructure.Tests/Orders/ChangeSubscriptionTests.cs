using Connect.Application.Common.Errors;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Orders;

[Covers("SVC-10", "carried out on its day: package, price lists and price")]
public abstract class ChangeSubscriptionTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private ReplacementWorld _world = null!;
    private Guid _service, _large, _other, _extra, _topUp;

    public async ValueTask InitializeAsync()
    {
        _world = await ReplacementWorld.MakeAsync(_engine);
        var world = _world.World;
        var (small, list) = (await world.DataPackageAsync("10 GB"), await world.PriceListAsync("Fri Sverige"));
        (_large, _topUp) = (await world.DataPackageAsync("Obegränsat", null, 299), await world.DataPackageAsync("Extra 2 GB", 2_000_000_000, 79, topUp: true));
        (_other, _extra) = (await world.PriceListAsync("Bas", monthly: 20), await world.PriceListAsync("Norden", isBase: false, monthly: 29));
        _service = await world.SubscriptionAsync(_world.Organisation.RootId, dataPackageId: small, priceListId: list);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task From_its_day_on_the_service_has_what_was_ordered_and_costs_what_was_shown()
    {
        var terms = await _world.Anna.SendAsync(new GetChange(_service, new(_large, _other, [_extra])));
        terms.ShouldSatisfyAllConditions(t => t.Packages.ShouldNotContain(p => p.Id == _topUp), t => t.Now.Names.ShouldBe("10 GB, Fri Sverige"), t => t.Outcome!.PriceAfter.Kronor.ShouldBe(199 - 99 + 299 + 20 + 29));
        var order = await ChangeAsync(World.Today.AddDays(1), _large, _other, [_extra]);
        (await _world.Anna.SendAsync(new ListComingChanges(_service))).ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.ChangesTo.ShouldBe("Obegränsat, Bas, Norden"), c => c.MonthlyPrice!.Value.Kronor.ShouldBe(448));
        (await DetailAsync()).Facts.ShouldSatisfyAllConditions(f => f.DataPackage.ShouldBe("10 GB"), f => f.MonthlyPrice.Kronor.ShouldBe(199));

        _world.Anna.Clock.Advance(TimeSpan.FromDays(1));
        await _world.PassTimeAsync();
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Delivered);
        (await DetailAsync()).ShouldSatisfyAllConditions(
            s => (s.Facts.DataPackage, s.Facts.PriceList, s.Facts.MonthlyPrice.Kronor).ShouldBe(("Obegränsat", "Bas", 448)), s => s.PriceLists.ShouldHaveSingleItem().Name.ShouldBe("Norden"),
            s => s.History[0].Kind.ShouldBe(SubscriptionEventKinds.Changed), s => s.Ordered.ShouldBeEmpty());
    }

    [Fact]
    public async Task The_lists_beside_the_base_one_can_be_given_up()
    {
        await ChangeAsync(World.Today, null, null, [_extra]);
        await _world.PassTimeAsync();
        await ChangeAsync(World.Today, null, null, []);
        await _world.PassTimeAsync();
        (await DetailAsync()).ShouldSatisfyAllConditions(s => s.PriceLists.ShouldBeEmpty(), s => s.Facts.MonthlyPrice.Kronor.ShouldBe(199));
    }

    [Fact]
    public async Task Called_off_before_its_day_nothing_changes()
    {
        var order = await ChangeAsync(World.Today.AddDays(5), _large);
        (await Should.ThrowAsync<ConflictException>(() => ChangeAsync(World.Today.AddDays(6), _large))).Code.ShouldBe("ChangeOpen");
        (await _world.Anna.SendAsync(new CancelOrder(order.Number))).ShouldBe(OrderState.Cancelled);
        _world.Anna.Clock.Advance(TimeSpan.FromDays(6));
        await _world.PassTimeAsync();
        (await DetailAsync()).ShouldSatisfyAllConditions(s => s.Facts.DataPackage.ShouldBe("10 GB"), s => s.History[0].Kind.ShouldBe(SubscriptionEventKinds.ChangeCancelled));
    }

    [Fact]
    public async Task Rejected_by_the_operator_the_reason_stands_in_the_history()
    {
        var order = await ChangeAsync(World.Today, _large);
        await _world.Operator.SendAsync(new ReportOrderProgress(Guid.NewGuid(), order.Number, OrderProgress.Rejected) { Reason = "Säljs inte längre" });
        (await DetailAsync()).ShouldSatisfyAllConditions(s => s.Facts.DataPackage.ShouldBe("10 GB"), s => s.History[0].Values.ShouldBe([order.Number, "Säljs inte längre"]));
    }

    [Fact]
    public async Task A_top_up_is_no_package_to_change_to() =>
        (await Should.ThrowAsync<InvalidInputException>(() => ChangeAsync(World.Today, _topUp))).Problems.ShouldHaveSingleItem().Code.ShouldBe("PlanUnknown");

    private Task<PlacedOrder> ChangeAsync(DateOnly day, Guid? package, Guid? list = null, IReadOnlyList<Guid>? extra = null) =>
        _world.Anna.SendAsync(new ChangeSubscription(_service, package, list, extra, day, Guid.NewGuid()));

    private Task<SubscriptionDetail> DetailAsync() => _world.Anna.SendAsync(new GetSubscription(_service));
}

public sealed class ChangeSubscriptionOnSqlite() : ChangeSubscriptionTests(DatabaseEngine.Sqlite);

public sealed class ChangeSubscriptionOnSqlServer() : ChangeSubscriptionTests(DatabaseEngine.SqlServer);
