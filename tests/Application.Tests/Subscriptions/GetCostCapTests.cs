using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-12", "how a cost cap stands is told")]
public sealed class GetCostCapTests
{
    private readonly RestrictionScene _scene = new();

    [Fact]
    public async Task It_tells_the_amount_what_is_charged_and_whether_it_bars()
    {
        _scene.Caps.FindAsync(_scene.Service.Id, Arg.Any<CancellationToken>()).Returns(new CostCap(_scene.Service.Id, Money.FromKronor(500), Guid.CreateVersion7()) { BarsIn = new DateOnly(2026, 3, 1), Bars = [BarringKind.AllRoaming] });
        _scene.Caps.ChargedAsync(Scene.Reach, _scene.Service.Id, new DateOnly(2026, 3, 1), Arg.Any<CancellationToken>()).Returns(Money.FromKronor(612));
        (await AskAsync(_scene.Service.Id)).ShouldSatisfyAllConditions(
            v => (v.Amount!.Value.Kronor, v.Charged.Kronor, v.IsBarring).ShouldBe((500m, 612m, true)), v => v.Bars.ShouldBe([BarringKind.AllRoaming]), v => v.Obstacle.ShouldBeNull());
    }

    [Fact]
    public async Task Without_one_there_is_no_amount()
    {
        _scene.Caps.FindAsync(default, default).ReturnsForAnyArgs((CostCap?)null);
        (await AskAsync(_scene.Service.Id)).ShouldSatisfyAllConditions(v => v.Amount.ShouldBeNull(), v => v.IsBarring.ShouldBeFalse());
    }

    [Fact]
    public Task A_service_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => AskAsync(Guid.CreateVersion7()));

    private Task<CostCapView> AskAsync(Guid service) => new GetCostCap.Handler(_scene.Subscriptions, _scene.Caps, Scene.Caller(), Scene.Clock()).Handle(new GetCostCap(service), default);
}
