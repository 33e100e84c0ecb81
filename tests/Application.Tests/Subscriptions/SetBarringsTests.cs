using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-7", "add and remove")]
public sealed class SetBarringsTests
{
    private readonly RestrictionScene _scene = new();

    [Fact]
    public async Task What_is_added_and_removed_is_told_to_the_operator_from_what_to_what()
    {
        _scene.Has(BarringKind.AllData);
        var change = await SendAsync(add: [BarringKind.AllOutgoing, BarringKind.PremiumMessages], remove: [BarringKind.AllData]);
        (change.Added.Count, change.Removed.Single()).ShouldBe((2, BarringKind.AllData));
        var told = _scene.Told.ShouldHaveSingleItem();
        (told.Kind, told.Id, told.ExternalId).ShouldBe(("subscription.barrings", _scene.Service.Id, "T-1"));
        told.Before.ShouldBe(new Dictionary<string, string?> { ["BAOC"] = "off", ["ODB-PremiumMessages"] = "off", ["ODB-AllData"] = "on" });
        told.After.ShouldBe(new Dictionary<string, string?> { ["BAOC"] = "on", ["ODB-PremiumMessages"] = "on", ["ODB-AllData"] = "off" });
        (_scene.Audit.Before, _scene.Audit.After).ShouldBe(("{ Barrings = AllData }", "{ Barrings = AllOutgoing, PremiumMessages }"));
        await _scene.Subscriptions.Received(1).SaveAsync(_scene.Service, Arg.Any<CancellationToken>());
        _scene.Service.NewEvents.Select(line => (line.Actor, line.At)).Distinct().ShouldBe([("Anna Åkesson", Scene.Now)]);
    }

    [Fact]
    public async Task What_is_so_already_is_told_to_nobody()
    {
        _scene.Has(BarringKind.AllData);
        (await SendAsync(add: [BarringKind.AllData], remove: [BarringKind.OutgoingSms])).IsEmpty.ShouldBeTrue();
        _scene.Told.ShouldBeEmpty();
        await _scene.Subscriptions.DidNotReceiveWithAnyArgs().SaveAsync(default!, default);
    }

    [Fact]
    [Covers("SVC-7", "a change while another is under way")]
    public async Task What_is_under_way_counts_as_done()
    {
        await SendAsync(add: [BarringKind.AllOutgoing]);
        (await SendAsync(add: [BarringKind.AllOutgoing])).IsEmpty.ShouldBeTrue();
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(add: [BarringKind.PremiumCalls]))).Code.ShouldBe("BarringContained");
        (await SendAsync(add: [BarringKind.PremiumCalls], remove: [BarringKind.AllOutgoing])).Removed.ShouldBe([BarringKind.AllOutgoing]);
        _scene.Told.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_service_outside_the_reach_is_not_there() =>
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(add: [BarringKind.AllData], id: Guid.CreateVersion7()));

    [Theory]
    [InlineData(new[] { BarringKind.AllData }, new BarringKind[0], null)]
    [InlineData(new BarringKind[0], new[] { BarringKind.AllData }, null)]
    [InlineData(new BarringKind[0], new BarringKind[0], "Add BarringNone")]
    [InlineData(new[] { BarringKind.AllData }, new[] { BarringKind.AllData }, "Remove BarringBothWays")]
    [InlineData(new[] { (BarringKind)99 }, new BarringKind[0], "Add[0] EnumValidator")]
    [InlineData(new BarringKind[0], new[] { (BarringKind)0 }, "Remove[0] EnumValidator")]
    public void Something_is_to_be_changed_and_one_way(BarringKind[] add, BarringKind[] remove, string? problem) =>
        new SetBarrings.Validator().Problems(new(Guid.CreateVersion7(), add, remove, Guid.CreateVersion7())).ShouldBe(problem is null ? [] : [problem]);

    [Fact]
    public async Task What_the_operator_took_is_put_down_and_a_lost_service_is_barred()
    {
        await Outcome().TakenAsync(Change(BarringKind.LostOrStolen), null, default);
        await _scene.Barrings.Received(1).ApplyAsync(Scene.Reach.OrganisationId, _scene.Service.Id, Arg.Is<BarringChange>(change => change.Added.Single() == BarringKind.LostOrStolen), Scene.Now, Arg.Any<CancellationToken>());
        _scene.Service.Data.Status.ShouldBe(SubscriptionStatus.Barred);
        await _scene.Subscriptions.Received(1).SaveAsync(_scene.Service, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_barring_that_leaves_the_service_as_it_is_writes_the_service_not_again()
    {
        await Outcome().TakenAsync(Change(BarringKind.AllData), null, default);
        await _scene.Barrings.ReceivedWithAnyArgs(1).ApplyAsync(default, default, default!, default, default);
        await _scene.Subscriptions.DidNotReceiveWithAnyArgs().SaveAsync(default!, default);
        await _scene.Subscriptions.Received(1).TellAsync(_scene.Service, Arg.Any<CancellationToken>());
        _scene.Service.NewEvents.ShouldHaveSingleItem().Kind.ShouldBe(SubscriptionEventKinds.BarringsInEffect);
    }

    [Fact]
    public async Task What_the_operator_refused_stands_in_the_history_and_nowhere_else()
    {
        await Outcome().RefusedAsync(Change(BarringKind.LostOrStolen), "Nej.", default);
        _scene.Service.NewEvents.ShouldHaveSingleItem().Values.ShouldBe(["LostOrStolen", "Nej."]);
        _scene.Service.Data.Status.ShouldBe(SubscriptionStatus.Active);
        await _scene.Barrings.DidNotReceiveWithAnyArgs().ApplyAsync(default, default, default!, default, default);
    }

    [Fact]
    public async Task A_service_that_is_gone_stops_nothing()
    {
        var gone = Change(BarringKind.AllData) with { Id = Guid.CreateVersion7() };
        await Outcome().TakenAsync(gone, null, default);
        await Outcome().RefusedAsync(gone, "Nej.", default);
        await _scene.Barrings.DidNotReceiveWithAnyArgs().ApplyAsync(default, default, default!, default, default);
    }

    private SetBarrings.Outcome Outcome() => new(_scene.Subscriptions, _scene.Barrings, Scene.Clock());

    private OperatorChange Change(BarringKind added) =>
        OperatorChange.Of(BarringDesk.ChangeKind, Scene.Reach.OrganisationId, _scene.Service.Id, "T-1", added.NetworkName(), "off", "on");

    private Task<BarringChange> SendAsync(BarringKind[]? add = null, BarringKind[]? remove = null, Guid? id = null) =>
        new SetBarrings.Handler(_scene.Subscriptions, _scene.BarringDesk, Scene.Caller(), _scene.Audit, Scene.Clock())
            .Handle(new(id ?? _scene.Service.Id, add ?? [], remove ?? [], Guid.CreateVersion7()), default);
}
