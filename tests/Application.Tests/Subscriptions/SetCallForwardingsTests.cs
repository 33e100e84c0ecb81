using Connect.Application.Common.Errors;
using Connect.Application.Operator;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Application.Tests.Identity;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-8", "register, change, remove")]
public sealed class SetCallForwardingsTests
{
    private static readonly CallForwarding Busy = new(CallForwardingKind.Busy, "+46846500411"), NoReply = new(CallForwardingKind.NoReply, "+46701740699", 20);
    private readonly RestrictionScene _scene = new();

    [Fact]
    public async Task What_is_set_and_removed_is_told_to_the_operator_from_what_to_what()
    {
        _scene.Forwards(Busy, NoReply);
        var change = await SendAsync(New() with { NoReply = new("070-174 06 98", 30), Busy = new(" "), Unconditional = new("0046 8 465 004 12") });
        (change.Set.Count, change.Removed.Single()).ShouldBe((2, CallForwardingKind.Busy));
        var told = _scene.Told.ShouldHaveSingleItem();
        (told.Kind, told.Id, told.ExternalId).ShouldBe(("subscription.forwardings", _scene.Service.Id, "T-1"));
        told.Before.ShouldBe(new Dictionary<string, string?> { ["CFU"] = null, ["CFNRy"] = "+46701740699", ["CFNRySeconds"] = "20", ["CFB"] = "+46846500411" }, ignoreOrder: true);
        told.After.ShouldBe(new Dictionary<string, string?> { ["CFU"] = "+46846500412", ["CFNRy"] = "+46701740698", ["CFNRySeconds"] = "30", ["CFB"] = null }, ignoreOrder: true);
        (_scene.Audit.Before, _scene.Audit.After).ShouldBe(("{ Forwardings = Busy +46846500411; NoReply +46701740699 20 }", "{ Forwardings = Unconditional +46846500412; NoReply +46701740698 30 }"));
        await _scene.Subscriptions.Received(1).SaveAsync(_scene.Service, Arg.Any<CancellationToken>());
        _scene.Service.NewEvents.Select(line => (line.Actor, line.At)).Distinct().ShouldBe([("Anna Åkesson", Scene.Now)]);
    }

    [Fact]
    public async Task What_is_so_already_is_told_to_nobody()
    {
        _scene.Forwards(Busy);
        (await SendAsync(New() with { Busy = new("08-465 004 11"), NotReachable = new(null) })).IsEmpty.ShouldBeTrue();
        _scene.Told.ShouldBeEmpty();
        await _scene.Subscriptions.DidNotReceiveWithAnyArgs().SaveAsync(default!, default);
    }

    [Fact]
    [Covers("SVC-8", "a change while another is under way")]
    public async Task A_second_change_begins_from_the_first()
    {
        await SendAsync(New() with { Busy = new("08-465 004 11") });
        await SendAsync(New() with { Busy = new("08-465 004 12") });
        _scene.Told.Select(told => (told.Before["CFB"], told.After["CFB"])).ShouldBe([(null, "+46846500411"), ("+46846500411", "+46846500412")]);
    }

    [Fact]
    public async Task A_service_outside_the_reach_is_not_there() =>
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new(Guid.CreateVersion7(), Guid.NewGuid()) { Busy = new("08-465 004 11") }));

    [Fact]
    [Covers("SVC-8", "never itself")]
    public async Task Its_own_number_is_refused_beside_its_field()
    {
        var scene = new RestrictionScene(phone: "+46701740631");
        var error = await Should.ThrowAsync<DomainRuleException>(() => SendAsync(new(scene.Service.Id, Guid.NewGuid()) { NoReply = new("+46 (0)70 174 06 31", 20) }, scene));
        (error.Code, error.Field).ShouldBe((ForwardingTarget.Self, "NoReply.Target"));
        scene.Told.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("08-465 004 11", null, null)]
    [InlineData("", null, null)]
    [InlineData("08-465 004 11", 20, "Busy.RingSeconds RingSeconds")]
    [InlineData("hej", null, "Busy.Target PhoneNumberWrong")]
    [InlineData("112", null, "Busy.Target ForwardToEmergency")]
    [InlineData("0900-123 45 67", null, "Busy.Target ForwardToPremium")]
    public void A_forwarding_needs_a_number_and_no_ring_time(string target, int? seconds, string? problem) => Problems(New() with { Busy = new(target, seconds) }).ShouldBe(problem is null ? [] : [problem]);

    [Theory]
    [InlineData(5, true)]
    [InlineData(30, true)]
    [InlineData(null, false)]
    [InlineData(0, false)]
    [InlineData(7, false)]
    [InlineData(35, false)]
    [InlineData(-5, false)]
    [InlineData(int.MaxValue, false)]
    [Covers("SVC-8", "after ring time (5–30 s in steps of 5)")]
    public void The_ring_time_is_5_to_30_seconds_in_steps_of_5(int? seconds, bool right) =>
        Problems(New() with { NoReply = new("08-465 004 11", seconds) }).ShouldBe(right ? [] : ["NoReply.RingSeconds RingSeconds"]);

    [Fact]
    public void Something_is_to_be_changed() => Problems(New()).ShouldBe([" ForwardingNone"]);

    [Fact]
    public void Each_kind_is_looked_at() => Problems(New() with { Unconditional = new("1"), NotReachable = new("2"), Busy = new("3"), NoReply = new("4", 5) })
        .ShouldBe(["Unconditional.Target PhoneNumberWrong", "NotReachable.Target PhoneNumberWrong", "Busy.Target PhoneNumberWrong", "NoReply.Target PhoneNumberWrong"]);

    [Fact]
    public async Task What_the_operator_took_is_put_down()
    {
        await Outcome().TakenAsync(Change(), null, default);
        await _scene.Forwardings.Received(1).ApplyAsync(Scene.Reach.OrganisationId, _scene.Service.Id,
            Arg.Is<ForwardingChange>(change => change.Set.Single() == NoReply && change.Removed.Single() == CallForwardingKind.Busy), Scene.Now, Arg.Any<CancellationToken>());
        await _scene.Subscriptions.Received(1).TellAsync(_scene.Service, Arg.Any<CancellationToken>());
        _scene.Service.NewEvents.Select(line => line.Kind).ShouldContain(SubscriptionEventKinds.ForwardingsInEffect);
    }

    [Fact]
    public async Task What_the_operator_refused_stands_in_the_history_and_nowhere_else()
    {
        await Outcome().RefusedAsync(Change(), "Nej.", default);
        _scene.Service.NewEvents.ShouldHaveSingleItem().Values.ShouldBe(["NoReply +46701740699 20,Busy", "Nej."]);
        await _scene.Forwardings.DidNotReceiveWithAnyArgs().ApplyAsync(default, default, default!, default, default);
        await Outcome().RefusedAsync(Change() with { Id = Guid.CreateVersion7() }, "Nej.", default); // gone meanwhile
    }

    [Theory]
    [InlineData("08-465 004 11", 1)]
    [InlineData("", 0)]
    [Covers("AUTH-6", "a forwarded number")]
    public async Task Log_in_codes_are_kept_from_a_number_that_is_forwarded(string target, int held)
    {
        var scene = new RestrictionScene(phone: NumberGuardScene.Number);
        scene.Forwards(Busy with { Target = "+46846500499" });
        await SendAsync(new(scene.Service.Id, Guid.NewGuid()) { Busy = new(target) }, scene);
        (scene.Numbers.Held.Count, scene.Numbers.Mails.Count).ShouldBe((held, held));
        await new SetCallForwardings.Outcome(scene.Subscriptions, scene.Forwardings, scene.Numbers.Guard, Scene.Clock()).TakenAsync(scene.Told[0], null, default);
        (scene.Numbers.Held.Count, scene.Numbers.Mails.Count).ShouldBe((held * 2, held));
    }

    private SetCallForwardings New() => new(_scene.Service.Id, Guid.NewGuid());

    private SetCallForwardings.Outcome Outcome() => new(_scene.Subscriptions, _scene.Forwardings, _scene.Numbers.Guard, Scene.Clock());

    private OperatorChange Change() => new(ForwardingDesk.ChangeKind, Scene.Reach.OrganisationId, _scene.Service.Id, "T-1", new Dictionary<string, string?>(),
        new Dictionary<string, string?> { ["CFNRy"] = "+46701740699", ["CFNRySeconds"] = "20", ["CFB"] = null });

    private static IEnumerable<string> Problems(SetCallForwardings command) => new SetCallForwardings.Validator().Problems(command);

    private Task<ForwardingChange> SendAsync(SetCallForwardings command, RestrictionScene? scene = null) =>
        new SetCallForwardings.Handler((scene ?? _scene).Subscriptions, (scene ?? _scene).ForwardingDesk, Scene.Caller(), _scene.Audit, Scene.Clock()).Handle(command, default);
}
