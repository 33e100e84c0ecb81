using Connect.Application.Common.Errors;
using Connect.Application.Operator;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Orders;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Infrastructure.Tests.Subscriptions;

[Covers("SVC-8")]
public abstract class ForwardingTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private readonly IOperatorGateway _gateway = Substitute.For<IOperatorGateway>();
    private ReplacementWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await ReplacementWorld.MakeAsync(_engine, _gateway);
        Answers(new GatewayAnswer.Done());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Covers("SVC-8", "register, change, remove")]
    public async Task A_forwarding_is_under_way_until_the_operator_has_it_and_acts_from_then_on()
    {
        await SetAsync(New() with { Unconditional = new("08-465 004 11"), NoReply = new("070-174 06 99", 20) });
        (await ForwardingsAsync()).ShouldBe(["Unconditional +46846500411 BeingAdded", "NoReply +46701740699 20 BeingAdded"]);
        await _world.Anna.RunDueWorkAsync();
        (await ForwardingsAsync()).ShouldBe(["Unconditional +46846500411 InEffect", "NoReply +46701740699 20 InEffect"]);
        await SetAsync(New() with { Unconditional = new(""), NoReply = new("070-174 06 99", 25) });
        (await ForwardingsAsync()).ShouldBe(["Unconditional +46846500411 BeingRemoved", "NoReply +46701740699 20 BeingChanged"]);
        await _world.Anna.RunDueWorkAsync();
        (await ForwardingsAsync()).ShouldBe(["NoReply +46701740699 25 InEffect"]);
        (await DetailAsync()).History.Select(line => (line.Kind, line.Values[0])).ShouldBe([
            (SubscriptionEventKinds.ForwardingsEnded, "Direkt"), (SubscriptionEventKinds.ForwardingsInEffect, "Efter 25 s ringtid till 070-174\u00a006\u00a099"),
            (SubscriptionEventKinds.ForwardingsRemoved, "Direkt"), (SubscriptionEventKinds.ForwardingsSet, "Efter 25 s ringtid till 070-174\u00a006\u00a099"),
            (SubscriptionEventKinds.ForwardingsInEffect, "Direkt till 08-465\u00a0004\u00a011, Efter 20 s ringtid till 070-174\u00a006\u00a099"),
            (SubscriptionEventKinds.ForwardingsSet, "Direkt till 08-465\u00a0004\u00a011, Efter 20 s ringtid till 070-174\u00a006\u00a099")]);
    }

    [Fact]
    [Covers("SVC-8", "a refusal leaves the service as it was and says why")]
    public async Task What_the_operator_refuses_is_as_it_was_and_the_reason_is_shown()
    {
        await _world.World.ForwardingAsync(_world.Service, CallForwardingKind.Busy, "+46846500411");
        await _world.World.ForwardingAsync(_world.Service, CallForwardingKind.NoReply, "+46846500412", 15);
        Answers(new GatewayAnswer.Rejected("Tjänsten är spärrad för utgående samtal."));
        await SetAsync(New() with { Busy = new("08-465 004 13"), NoReply = new(null) });
        await _world.Anna.RunDueWorkAsync();
        (await ForwardingsAsync()).ShouldBe(["Busy +46846500411 InEffect", "NoReply +46846500412 15 InEffect"]);
        (await DetailAsync()).ForwardingsRefused!.Values.ShouldBe(["Vid upptaget till 08-465\u00a0004\u00a013, Efter ringtid", "Tjänsten är spärrad för utgående samtal."]);

        Answers(new GatewayAnswer.Accepted(null));
        await SetAsync(New() with { Busy = new("08-465 004 14") });
        (await DetailAsync()).ForwardingsRefused.ShouldBeNull("there is a newer change");
    }

    [Fact]
    [Covers("SVC-8", "a change while another is under way")]
    public async Task Changes_reach_the_operator_in_order_each_from_what_it_has()
    {
        Answers(new GatewayAnswer.Unknown("time-out"), new GatewayAnswer.Rejected("Nej."), new GatewayAnswer.Done());
        await SetAsync(New() with { Busy = new("08-465 004 11"), NoReply = new("08-465 004 11", 10) });
        await SetAsync(New() with { NoReply = new("08-465 004 11", 30) });
        await SetAsync(New() with { Busy = new("08-465 004 12") });
        for (var i = 0; i < 3; i++)
        {
            await _world.Anna.RunDueWorkAsync();
            _world.Anna.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        (Sent()[0].IdempotencyKey == Sent()[1].IdempotencyKey, Sent().Count).ShouldBe((true, 4));
        Sent()[2].Change.Before.Values.ShouldBe([null, null], "what never came to be is nothing to begin from");
        Sent()[3].Change.Before["CFB"].ShouldBeNull("of another field of the refused change, also behind the next");
        (await ForwardingsAsync()).ShouldBe(["Busy +46846500412 InEffect", "NoReply +46846500411 30 InEffect"]);
        (await DetailAsync()).ForwardingsRefused!.Values[1].ShouldBe("Nej.", "others that are carried out after it do not hide it");
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_change()
    {
        var form = New() with { Busy = new("08-465 004 11") };
        await SetAsync(form);
        (await SetAsync(form)).Set.Single().Target.ShouldBe("+46846500411");
        (await Should.ThrowAsync<ConflictException>(() => SetAsync(form with { Busy = new("08-465 004 12") }))).Code.ShouldBe("RequestReused");
        (await _world.Anna.RunDueWorkAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_load_that_comes_while_a_change_is_under_way_does_not_lose_it_and_the_same_again_keeps_its_day()
    {
        await SetAsync(New() with { Busy = new("08-465 004 11"), NotReachable = new("08-465 004 12") });
        // The operator's file of before has another number, and knows one of them already.
        await _world.World.ForwardingAsync(_world.Service, CallForwardingKind.Busy, "+46846500419");
        await _world.World.ForwardingAsync(_world.Service, CallForwardingKind.NotReachable, "+46846500412");
        _world.Anna.Clock.Advance(TimeSpan.FromHours(1));
        await _world.Anna.RunDueWorkAsync();
        (await DetailAsync()).Forwardings.Select(view => (view.Target, view.Since)).ShouldBe([("+46846500412", World.Now), ("+46846500411", World.Now.AddHours(1))]);
        (await DetailAsync()).History[0].Values.ShouldBe(["Vid upptaget till 08-465\u00a0004\u00a011"], "the other was so already");
    }

    [Fact]
    [Covers("SVC-8", "never itself")]
    public async Task Neither_of_its_numbers_is_a_target_nor_another_organisations_service_there()
    {
        var pbx = await _world.World.SubscriptionAsync(_world.Organisation.RootId, kind: SubscriptionKind.PbxUser, phone: "+46701740631", more: [("FixedNumber", "+46846500410")]);
        foreach (var own in new[] { "070-174 06 31", "0046 8 465 004 10" })
            (await Should.ThrowAsync<DomainRuleException>(() => SetAsync(new(pbx, Guid.NewGuid()) { Busy = new(own) }))).Code.ShouldBe(ForwardingTarget.Self);
        var foreign = await _world.World.SubscriptionAsync((await _world.World.OrganisationAsync("Annan AB")).RootId);
        await Should.ThrowAsync<NotFoundException>(() => SetAsync(new(foreign, Guid.NewGuid()) { Busy = new("08-465 004 11") }));
        await Should.ThrowAsync<NotFoundException>(() => _world.Anna.SendAsync(new GetCallForwardings(foreign)));
        await SetAsync(new(pbx, Guid.NewGuid()) { Busy = new("08-465 004 11") });
        (await _world.World.Db.ListAsync<string>("SELECT CONCAT(BeforeState, AfterState) FROM AuditEntry WHERE Action = 'SetCallForwardings' AND Outcome = 1"))
            .ShouldBe(["""{"forwardings":""}{"forwardings":"Busy \u002B46846500411"}"""]);
    }

    private SetCallForwardings New() => new(_world.Service, Guid.NewGuid());

    private void Answers(GatewayAnswer answer, params GatewayAnswer[] more) => _gateway.ChangeAsync(null!, default).ReturnsForAnyArgs(answer, more);

    private List<ChangeRequest> Sent() => [.. _gateway.ReceivedCalls().Select(call => (ChangeRequest)call.GetArguments()[0]!)];

    private Task<ForwardingChange> SetAsync(SetCallForwardings command) => _world.Anna.SendAsync(command);

    private Task<SubscriptionDetail> DetailAsync() => _world.Anna.SendAsync(new GetSubscription(_world.Service));

    private async Task<IReadOnlyList<string>> ForwardingsAsync()
    {
        var listed = (await _world.Anna.SendAsync(new GetCallForwardings(_world.Service))).Forwardings;
        (await DetailAsync()).Forwardings.ShouldBe(listed, "the service's page and the page of forwardings say the same");
        return [.. listed.Select(view => string.Join(' ', new object?[] { view.Kind, view.Target, view.RingSeconds, view.State }.Where(part => part is not null)))];
    }
}

public sealed class ForwardingOnSqlite() : ForwardingTests(DatabaseEngine.Sqlite);

public sealed class ForwardingOnSqlServer() : ForwardingTests(DatabaseEngine.SqlServer);
