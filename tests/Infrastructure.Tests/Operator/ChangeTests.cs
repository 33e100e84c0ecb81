using Connect.Application.Operator;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Orders;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Infrastructure.Tests.Operator;

[Covers("OPS-3", "every change goes to the operator")]
public sealed class ChangeTests : IAsyncLifetime
{
    private readonly IOperatorGateway _gateway = Substitute.For<IOperatorGateway>();
    private ReplacementWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await ReplacementWorld.MakeAsync(DatabaseEngine.Sqlite, _gateway);
        _gateway.ChangeAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Done());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Covers("SVC-5", "the operator hears of the new name")]
    public async Task The_operator_hears_of_a_renamed_user_from_what_to_what()
    {
        var before = await NameAsync();
        await RenameAsync("Åsa Öberg");
        await _world.Anna.RunDueWorkAsync();
        var (change, at) = (Sent().Single().Change, Sent().Single().ChangedAt);
        change.Kind.ShouldBe("subscription.user-name");
        change.ExternalId.ShouldNotBeNullOrEmpty();
        (change.Before["userName"], change.After["userName"]).ShouldBe((before, "Åsa Öberg"));
        at.ShouldBe(World.Now);
        (await NameAsync()).ShouldBe("Åsa Öberg");
    }

    [Fact]
    public async Task The_same_name_again_is_no_change()
    {
        await RenameAsync(await NameAsync());
        (await _world.Anna.RunDueWorkAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_name_that_the_operator_refuses_is_taken_back_and_the_history_says_why()
    {
        var before = await NameAsync();
        _gateway.ChangeAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Rejected("Namnet är för långt."));
        await RenameAsync("Åsa Öberg");
        await _world.Anna.RunDueWorkAsync();
        var detail = await _world.Anna.SendAsync(new GetSubscription(_world.Service));
        detail.Facts.UserName.ShouldBe(before);
        (detail.History[0].Kind, detail.History[0].Actor).ShouldBe((SubscriptionEventKinds.RenameRefused, SubscriptionEvent.OperatorActor));
        detail.History[0].Values.ShouldBe(["Åsa Öberg", before, "Namnet är för långt."]);
    }

    [Fact]
    public async Task A_refusal_that_comes_after_a_newer_name_leaves_the_newer_one()
    {
        _gateway.ChangeAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Rejected("Nej."), new GatewayAnswer.Accepted(null));
        await RenameAsync("Första");
        await RenameAsync("Andra");
        await _world.Anna.RunDueWorkAsync();
        (await NameAsync()).ShouldBe("Andra");
    }

    [Fact]
    public async Task When_both_of_two_names_are_refused_the_one_that_the_operator_has_stands_again()
    {
        var before = await NameAsync();
        _gateway.ChangeAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Rejected("Nej."));
        await RenameAsync("Första");
        await RenameAsync("Andra");
        await _world.Anna.RunDueWorkAsync();
        (await NameAsync()).ShouldBe(before);
        Sent().Select(request => request.Change.Before["userName"]).ShouldBe([before, before], "what never came to be is nothing to begin from");
    }

    [Fact]
    public async Task A_refused_name_that_was_taken_later_is_what_the_next_goes_back_to()
    {
        _gateway.ChangeAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Rejected("Nej."), new GatewayAnswer.Accepted(null), new GatewayAnswer.Accepted(null), new GatewayAnswer.Rejected("Nej."));
        foreach (var name in new[] { "Första", "Andra", "Första", "Tredje" }) await RenameAsync(name);
        await _world.Anna.RunDueWorkAsync();
        (await NameAsync()).ShouldBe("Första");
    }

    [Fact]
    public async Task Changes_of_one_service_arrive_in_order_and_a_time_out_is_tried_again_under_its_key()
    {
        _gateway.ChangeAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Unknown("time-out"), new GatewayAnswer.Accepted(null));
        await RenameAsync("Första");
        await RenameAsync("Andra");
        await _world.Anna.RunDueWorkAsync();
        _world.Anna.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.Anna.RunDueWorkAsync();
        Sent().Select(request => request.Change.After["userName"]).ShouldBe(["Första", "Första", "Andra"]);
        Sent()[0].IdempotencyKey.ShouldBe(Sent()[1].IdempotencyKey);
        Sent()[2].IdempotencyKey.ShouldNotBe(Sent()[1].IdempotencyKey);
    }

    [Fact]
    public async Task The_simulated_operator_takes_every_change()
    {
        await using var world = await ReplacementWorld.MakeAsync(DatabaseEngine.Sqlite);
        await world.Anna.SendAsync(new RenameSubscriptionUser(world.Service, "Åsa Öberg"));
        (await world.Anna.RunDueWorkAsync()).ShouldBe(1);
        (await world.Anna.RunDueWorkAsync()).ShouldBe(0);
        (await world.HistoryAsync()).ShouldBe([SubscriptionEventKinds.Renamed]);
    }

    private List<ChangeRequest> Sent() => [.. _gateway.ReceivedCalls().Select(call => (ChangeRequest)call.GetArguments()[0]!)];

    private Task RenameAsync(string name) => _world.Anna.SendAsync(new RenameSubscriptionUser(_world.Service, name));

    private async Task<string> NameAsync() => (await _world.Anna.SendAsync(new GetSubscription(_world.Service))).Facts.UserName;
}
