using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-12", "a cost cap is set, raised and removed")]
public sealed class SetCostCapTests
{
    private static readonly DateOnly March = new(2026, 3, 1);
    private readonly RestrictionScene _scene = new();
    private readonly IWorkQueue _work = Substitute.For<IWorkQueue>();
    private readonly List<CostCap> _saved = [];

    public SetCostCapTests()
    {
        _scene.Caps.FindAsync(default, default).ReturnsForAnyArgs((CostCap?)null);
        _scene.Caps.SaveAsync(Arg.Do<CostCap>(_saved.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        _work.WaitingAsync(default!, default, default).ReturnsForAnyArgs([]);
    }

    [Fact]
    public async Task It_is_written_looked_at_soon_and_stands_in_history_and_audit_log()
    {
        await SendAsync(500);
        _saved.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Amount.Kronor.ShouldBe(500), c => c.Version.ShouldBe(0), c => c.BarsIn.ShouldBeNull());
        await _work.Received(1).EnqueueAsync(Arg.Is<NewWork>(work => work.Kind == "usage.cost-caps"), Arg.Any<CancellationToken>());
        await _scene.Subscriptions.Received(1).SaveAsync(_scene.Service, Arg.Any<CancellationToken>());
        _scene.Service.NewEvents.ShouldHaveSingleItem().Kind.ShouldBe(SubscriptionEventKinds.CostCapSet);
        _scene.Audit.After.ShouldBe("{ CostCap = 500 }");
    }

    [Fact]
    public async Task Raised_above_what_is_charged_what_it_barred_is_lifted_and_nothing_else()
    {
        Bars(charged: 600);
        _scene.Has(BarringKind.PremiumCalls, BarringKind.AllRoaming);
        await SendAsync(700);
        _scene.Told.ShouldHaveSingleItem().After.ShouldBe(new Dictionary<string, string?> { ["ODB-AllRoaming"] = "off" });
        _saved.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Amount.Kronor.ShouldBe(700), c => c.BarsIn.ShouldBeNull(), c => c.Bars.ShouldBeEmpty(), c => c.Version.ShouldBe(3));
        await _scene.Subscriptions.Received(1).SaveAsync(_scene.Service, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Raised_to_no_more_than_is_charged_it_goes_on_barring()
    {
        Bars(charged: 700);
        await SendAsync(700);
        _scene.Told.ShouldBeEmpty();
        _saved.ShouldHaveSingleItem().BarsIn.ShouldBe(March);
    }

    [Fact]
    public async Task Removed_what_it_barred_is_lifted()
    {
        Bars(charged: 600);
        _scene.Has(BarringKind.AllRoaming);
        await SendAsync(null);
        _scene.Told.ShouldHaveSingleItem();
        _saved.ShouldBeEmpty();
        await _scene.Caps.Received(1).RemoveAsync(_scene.Service.Id, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task There_is_nothing_to_remove_where_there_is_none()
    {
        await SendAsync(null);
        await _scene.Subscriptions.DidNotReceiveWithAnyArgs().SaveAsync(default!, default);
    }

    [Fact]
    public async Task What_somebody_bars_or_lifts_by_hand_is_theirs()
    {
        Bars(charged: 600);
        await _scene.BarringDesk.OwnAsync(_scene.Service.Id, [BarringKind.AllRoaming], default);
        _saved.ShouldHaveSingleItem().Bars.ShouldBeEmpty();
        await _scene.BarringDesk.OwnAsync(_scene.Service.Id, [BarringKind.PremiumCalls], default);
        _saved.Count.ShouldBe(1);
    }

    [Fact]
    public Task A_service_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => SendAsync(500, Guid.CreateVersion7()));

    [Fact]
    public void The_amount_has_bounds()
    {
        foreach (var (kronor, good) in new (int?, bool)[] { (null, true), (1, true), (1_000_000, true), (0, false), (-1, false), (1_000_001, false) })
            new SetCostCap.Validator().Problems(new SetCostCap(_scene.Service.Id, kronor)).ShouldBe(good ? [] : ["Kronor CostCapAmount"]);
    }

    private void Bars(int charged)
    {
        _scene.Caps.FindAsync(_scene.Service.Id, Arg.Any<CancellationToken>()).Returns(new CostCap(_scene.Service.Id, Money.FromKronor(500), Guid.CreateVersion7()) { BarsIn = March, Bars = [BarringKind.AllRoaming], Version = 3 });
        _scene.Caps.TotalAsync(_scene.Service.Id, March, Arg.Any<CancellationToken>()).Returns(Money.FromKronor(charged));
    }

    private Task SendAsync(int? kronor, Guid? service = null)
    {
        var desk = new CostCapDesk(_scene.Caps, _scene.BarringDesk, _scene.Subscriptions, new UsageRounds(_work, Scene.Clock()), Scene.Clock());
        return new SetCostCap.Handler(_scene.Subscriptions, _scene.Caps, desk, Scene.Caller(), _scene.Audit).Handle(new SetCostCap(service ?? _scene.Service.Id, kronor), default);
    }
}
