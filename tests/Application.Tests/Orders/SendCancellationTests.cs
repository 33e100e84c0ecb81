using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Tests.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using NSubstitute;

namespace Connect.Application.Tests.Orders;

public sealed class SendCancellationTests
{
    private readonly OrderScene _scene = new(SimDeliveryWay.OwnCard);

    public SendCancellationTests()
    {
        _scene.Order.Sent("OP-7", Scene.Now);
        _scene.Order.RequestCancel(Scene.Now, null);
    }

    [Fact]
    public async Task The_operator_is_asked_by_its_own_number()
    {
        Answer(new GatewayAnswer.Accepted(null));
        await RunAsync();
        await _scene.Gateway.Received(1).CancelAsync(new OrderCancellation("orders.cancel/key", _scene.Order.Id, "1001", "OP-7"), Arg.Any<CancellationToken>());
        (_scene.Order.State, _scene.Order.Data.CancelRequestedAt).ShouldBe((OrderState.Received, Scene.Now));
    }

    [Fact]
    public async Task An_operator_that_has_stopped_it_ends_the_order_and_frees_the_card()
    {
        Answer(new GatewayAnswer.Done());
        await RunAsync();
        _scene.Order.State.ShouldBe(OrderState.Cancelled);
        _scene.Own.Data.State.ShouldBe(SimCardState.InStock);
        _scene.Service.NewEvents.ShouldHaveSingleItem().Actor.ShouldBe("Anna Åkesson");
    }

    [Fact]
    public async Task A_time_out_is_tried_again()
    {
        Answer(new GatewayAnswer.Unknown("time-out"));
        await Should.ThrowAsync<GatewayUnavailableException>(RunAsync);
        _scene.Order.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        Answer(new GatewayAnswer.Rejected("Redan packat"));
        (await Should.ThrowAsync<WorkRejectedException>(RunAsync)).Message.ShouldBe("Redan packat");
    }

    [Fact]
    public async Task A_refusal_without_a_reason_gets_ours()
    {
        Answer(new GatewayAnswer.Rejected(null));
        (await Should.ThrowAsync<WorkRejectedException>(RunAsync)).Message.ShouldBe(OwnReasons.CancellationRefused);
    }

    [Fact]
    public async Task Nobody_can_stop_what_has_not_arrived()
    {
        var fresh = new OrderScene();
        fresh.Order.RequestCancel(Scene.Now, null);
        await Should.ThrowAsync<GatewayUnavailableException>(() =>
            new SendCancellation(fresh.Orders, fresh.Gateway, new Scene.Transactions(), fresh.Ending).RunAsync(fresh.Due(SendCancellation.KindName), default));
        await fresh.Gateway.DidNotReceiveWithAnyArgs().CancelAsync(default!, default);
    }

    [Fact]
    public async Task An_order_that_somebody_has_begun_is_left_alone()
    {
        _scene.Order.Process(Scene.Now);
        await RunAsync();
        await _scene.Gateway.DidNotReceiveWithAnyArgs().CancelAsync(default!, default);
    }

    [Theory]
    [InlineData("Redan packat")]
    [InlineData(null)]
    public async Task A_wish_that_is_given_up_is_told_and_can_be_tried_again(string? refusal)
    {
        await Handler().GiveUpAsync(_scene.Due(SendCancellation.KindName), refusal, default);
        _scene.Order.CanCancel.ShouldBeTrue();
        _scene.Order.NewEvents[^1].Note.ShouldBe(refusal ?? OwnReasons.CancellationNoAnswer);
    }

    private void Answer(GatewayAnswer answer) => _scene.Gateway.CancelAsync(Arg.Any<OrderCancellation>(), Arg.Any<CancellationToken>()).Returns(answer);

    private SendCancellation Handler() => new(_scene.Orders, _scene.Gateway, new Scene.Transactions(), _scene.Ending);

    private Task RunAsync() => Handler().RunAsync(_scene.Due(SendCancellation.KindName), default);
}
