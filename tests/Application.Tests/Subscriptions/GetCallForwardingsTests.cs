using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-8", "shown as under way until the operator has confirmed")]
public sealed class GetCallForwardingsTests
{
    private static readonly CallForwarding Direct = new(CallForwardingKind.Unconditional, "+46846500412"), Busy = new(CallForwardingKind.Busy, "+46846500411"), NoReply = new(CallForwardingKind.NoReply, "+46701740699", 20);
    private readonly RestrictionScene _scene = new();

    [Fact]
    public async Task What_acts_and_what_is_under_way_are_told_apart()
    {
        var (longer, before) = (NoReply with { RingSeconds = 30 }, Scene.Now.AddDays(-9));
        _scene.Forwards(Busy, NoReply);
        await TellAsync([Direct, longer], [CallForwardingKind.Busy]);
        (await ListAsync()).ShouldBe([
            new(Direct.Kind, Direct.Target, null, Scene.Now, ChangeState.BeingAdded), new(Busy.Kind, Busy.Target, null, before, ChangeState.BeingRemoved),
            new(NoReply.Kind, NoReply.Target, 20, before, ChangeState.BeingChanged) { Coming = longer }]);
        ForwardingDesk.Coming(await ListAsync()).ToString().ShouldBe("Unconditional +46846500412; NoReply +46701740699 30");
    }

    [Fact]
    public async Task The_last_wish_of_several_counts()
    {
        _scene.Forwards(Busy);
        await TellAsync([Direct], [CallForwardingKind.Busy]);
        await TellAsync([Busy], [CallForwardingKind.Unconditional]);
        (await ListAsync()).ShouldBe([new(Busy.Kind, Busy.Target, null, Scene.Now.AddDays(-9), ChangeState.InEffect)]);
    }

    [Fact]
    public async Task Where_nothing_can_be_changed_the_reason_is_told()
    {
        var scene = new RestrictionScene(SubscriptionStatus.Ordered);
        (await new GetCallForwardings.Handler(scene.Subscriptions, scene.ForwardingDesk, Scene.Caller()).Handle(new(scene.Service.Id), default)).Obstacle.ShouldBe("MobileNotInUse");
    }

    [Fact]
    public async Task A_service_outside_the_reach_is_not_there() =>
        await Should.ThrowAsync<NotFoundException>(() => new GetCallForwardings.Handler(_scene.Subscriptions, _scene.ForwardingDesk, Scene.Caller()).Handle(new(Guid.CreateVersion7()), default));

    private Task TellAsync(IReadOnlyList<CallForwarding> set, IReadOnlyList<CallForwardingKind> removed) =>
        _scene.ForwardingDesk.TellAsync(_scene.Service.Data, new ForwardingSet([]), new(set, removed), default);

    private async Task<IReadOnlyList<ForwardingView>> ListAsync() =>
        (await new GetCallForwardings.Handler(_scene.Subscriptions, _scene.ForwardingDesk, Scene.Caller()).Handle(new(_scene.Service.Id), default)).Forwardings;
}
