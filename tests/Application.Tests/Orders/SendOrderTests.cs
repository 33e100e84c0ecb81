using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Tests.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Orders;

[Covers("OPS-3", "an order goes out under one key, and its answers")]
public sealed class SendOrderTests
{
    private readonly OrderScene _scene = new(SimDeliveryWay.OwnCard);
    private readonly IOrderRequests _requests = Substitute.For<IOrderRequests>();

    public SendOrderTests() => _requests.MakeAsync(_scene.Order, Arg.Any<string>(), Arg.Any<CancellationToken>())
        .Returns(call => new OrderRequest(call.Arg<string>(), _scene.Order.Id, _scene.Order.Number, OrderType.SimReplacement, Scene.Today, []));

    [Fact]
    public async Task An_accepted_order_is_sent_under_the_key_of_its_work_and_keeps_the_operators_number()
    {
        Answer(new GatewayAnswer.Accepted("OP-7"));
        await RunAsync();
        (_scene.Order.Data.SentAt, _scene.Order.Data.ExternalId, _scene.Order.State).ShouldBe((Scene.Now, "OP-7", OrderState.Received));
        await _scene.Gateway.Received(1).SendAsync(Arg.Is<OrderRequest>(request => request.IdempotencyKey == "orders.send/key"), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task What_is_carried_out_already_ends_when_there_is_nothing_more_to_tell()
    {
        Answer(new GatewayAnswer.Done("OP-7"));
        await RunAsync();
        (_scene.Order.Data.SentAt, _scene.Order.Data.ExternalId, _scene.Order.State).ShouldBe((Scene.Now, "OP-7", OrderState.Delivered));
        (_scene.Own.Data.State, _scene.Old.Data.State).ShouldBe((SimCardState.Active, SimCardState.Expired));
    }

    [Fact]
    public async Task What_is_carried_out_already_waits_for_the_report_of_a_new_cards_numbers()
    {
        var scene = new OrderScene(SimDeliveryWay.ESim);
        scene.Gateway.SendAsync(Arg.Any<OrderRequest>(), Arg.Any<CancellationToken>()).Returns(new GatewayAnswer.Done("OP-7"));
        await new SendOrder(scene.Orders, _requests, scene.Gateway, new Scene.Transactions(), scene.Ending).RunAsync(scene.Due(SendOrder.KindName), default);
        (scene.Order.Data.ExternalId, scene.Order.State).ShouldBe(("OP-7", OrderState.Received));
    }

    [Fact]
    public async Task A_refusal_without_a_reason_gets_ours()
    {
        Answer(new GatewayAnswer.Rejected(null));
        (await Should.ThrowAsync<WorkRejectedException>(RunAsync)).Message.ShouldBe(OwnReasons.Refused);
    }

    [Fact]
    public async Task A_time_out_is_tried_again_and_changes_nothing()
    {
        Answer(new GatewayAnswer.Unknown("time-out"));
        await Should.ThrowAsync<GatewayUnavailableException>(RunAsync);
        _scene.Order.Data.SentAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        Answer(new GatewayAnswer.Rejected("Okänt kort"));
        (await Should.ThrowAsync<WorkRejectedException>(RunAsync)).Message.ShouldBe("Okänt kort");
    }

    [Theory]
    [InlineData("sent")]
    [InlineData("begun")]
    [InlineData("ended")]
    public async Task What_the_operator_has_or_nobody_wants_is_not_sent(string state)
    {
        if (state == "sent") _scene.Order.Sent(null, Scene.Now);
        if (state == "begun") _scene.Order.Process(Scene.Now);
        if (state == "ended") _scene.Order.Cancel(Scene.Now);
        await RunAsync();
        await _scene.Gateway.DidNotReceiveWithAnyArgs().SendAsync(default!, default);
    }

    [Fact]
    public async Task A_report_that_was_quicker_than_the_answer_is_not_undone()
    {
        _scene.Gateway.SendAsync(Arg.Any<OrderRequest>(), Arg.Any<CancellationToken>()).Returns(_ =>
        {
            _scene.Order.Deliver(Scene.Now);
            return new GatewayAnswer.Accepted("OP-7");
        });
        await RunAsync();
        (_scene.Order.State, _scene.Order.Data.ExternalId).ShouldBe((OrderState.Delivered, null));
    }

    [Theory]
    [InlineData("Okänt kort", "Okänt kort")]
    [InlineData(null, "")]
    public async Task An_order_that_is_given_up_is_rejected_with_a_reason_and_frees_its_card(string? refusal, string reason)
    {
        await Handler().GiveUpAsync(_scene.Due(SendOrder.KindName), refusal, default);
        _scene.Order.State.ShouldBe(OrderState.Rejected);
        _scene.Order.Data.Reason.ShouldBe(refusal is null ? OwnReasons.NoAnswer : reason);
        _scene.Own.Data.State.ShouldBe(SimCardState.InStock);
        _scene.Service.NewEvents.ShouldHaveSingleItem().Kind.ShouldBe(SubscriptionEventKinds.SimReplacementRejected);
    }

    private void Answer(GatewayAnswer answer) => _scene.Gateway.SendAsync(Arg.Any<OrderRequest>(), Arg.Any<CancellationToken>()).Returns(answer);

    private SendOrder Handler() => new(_scene.Orders, _requests, _scene.Gateway, new Scene.Transactions(), _scene.Ending);

    private Task RunAsync() => Handler().RunAsync(_scene.Due(SendOrder.KindName), default);
}
