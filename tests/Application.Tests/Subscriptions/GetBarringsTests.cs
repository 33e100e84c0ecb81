using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-7", "shown as under way until the operator has confirmed")]
public sealed class GetBarringsTests
{
    [Fact]
    public async Task What_acts_and_what_is_under_way_are_told_apart()
    {
        var scene = new RestrictionScene();
        scene.Has(BarringKind.PremiumCalls, BarringKind.AllData);
        await scene.BarringDesk.TellAsync(scene.Service.Data, new([BarringKind.OutgoingSms], [BarringKind.AllData]), default);
        var found = await GetAsync(scene, scene.Service.Id);
        (found.UserName, found.Status, found.Obstacle).ShouldBe(("Åke Ek", SubscriptionStatus.Active, null));
        found.Barrings.ShouldBe([
            new(BarringKind.PremiumCalls, Scene.Now.AddDays(-9), ChangeState.InEffect), new(BarringKind.OutgoingSms, Scene.Now, ChangeState.BeingAdded),
            new(BarringKind.AllData, Scene.Now.AddDays(-9), ChangeState.BeingRemoved)]);
    }

    [Fact]
    public async Task The_last_wish_of_several_counts()
    {
        var scene = new RestrictionScene();
        scene.Has(BarringKind.AllData);
        await scene.BarringDesk.TellAsync(scene.Service.Data, new([BarringKind.OutgoingSms], [BarringKind.AllData]), default);
        await scene.BarringDesk.TellAsync(scene.Service.Data, new([BarringKind.AllData], [BarringKind.OutgoingSms]), default);
        (await GetAsync(scene, scene.Service.Id)).Barrings.ShouldBe([new(BarringKind.AllData, Scene.Now.AddDays(-9), ChangeState.InEffect)]);
    }

    [Fact]
    public async Task Carried_out_and_not_yet_ticked_off_it_is_in_effect()
    {
        var scene = new RestrictionScene();
        await scene.BarringDesk.TellAsync(scene.Service.Data, new([BarringKind.OutgoingSms], []), default);
        scene.Has(BarringKind.OutgoingSms);
        (await GetAsync(scene, scene.Service.Id)).Barrings.Single().State.ShouldBe(ChangeState.InEffect);
    }

    [Fact]
    public async Task Where_nothing_can_be_changed_the_reason_is_told()
    {
        var scene = new RestrictionScene(SubscriptionStatus.Terminated);
        (await GetAsync(scene, scene.Service.Id)).Obstacle.ShouldBe("MobileNotInUse");
    }

    [Fact]
    public async Task A_service_outside_the_reach_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => GetAsync(new RestrictionScene(), Guid.CreateVersion7()));

    private static Task<ServiceBarrings> GetAsync(RestrictionScene scene, Guid id) => new GetBarrings.Handler(scene.Subscriptions, scene.BarringDesk, Scene.Caller()).Handle(new(id), default);
}
