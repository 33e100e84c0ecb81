using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Orders;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Orders;

[Covers("ORD-3", "cancel while possible")]
public sealed class CancelOrderTests
{
    private readonly OrderScene _scene = new(SimDeliveryWay.OwnCard);
    private readonly Scene.Audit _audit = new();

    [Fact]
    public async Task What_was_not_sent_yet_is_off_at_once_and_its_card_in_stock_again()
    {
        _scene.Work.CancelAsync(SendOrder.KindName, _scene.Order.Id, Arg.Any<CancellationToken>()).Returns(true);
        (await SendAsync()).ShouldBe(OrderState.Cancelled);
        _scene.Order.Data.EndedAt.ShouldBe(Scene.Now);
        _scene.Own.Data.State.ShouldBe(SimCardState.InStock);
        var told = _scene.Service.NewEvents.ShouldHaveSingleItem();
        (told.Kind, told.Actor).ShouldBe((SubscriptionEventKinds.SimReplacementCancelled, "Anna Åkesson"));
        _scene.Enqueued.ShouldBeEmpty();
        _audit.About.ShouldBe(("Order", _scene.Order.Id));
    }

    [Fact]
    public async Task What_the_operator_has_is_asked_for_and_stays_until_it_agrees()
    {
        (await SendAsync()).ShouldBe(OrderState.Received);
        _scene.Order.Data.CancelRequestedAt.ShouldBe(Scene.Now);
        _scene.Own.Data.State.ShouldBe(SimCardState.Reserved);
        var asked = _scene.Enqueued.ShouldHaveSingleItem();
        (asked.Kind, asked.SubjectId).ShouldBe(("orders.cancel", _scene.Order.Id));
        asked.IdempotencyKey.ShouldBe($"orders.cancel/{_scene.Order.Id:N}/{_scene.Order.Data.Version}");
        await _scene.Orders.Received(1).SaveAsync(_scene.Order, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Asked_for_again_before_the_operator_has_answered_it_is_sent_once()
    {
        await SendAsync();
        (await SendAsync()).ShouldBe(OrderState.Received);
        _scene.Enqueued.ShouldHaveSingleItem();
        await _scene.Orders.Received(1).SaveAsync(_scene.Order, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task What_is_being_carried_out_cannot_be_called_off()
    {
        _scene.Order.Process(Scene.Now);
        (await Should.ThrowAsync<DomainRuleException>(SendAsync)).Code.ShouldBe("OrderTooLateToCancel");
        _scene.Enqueued.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_outside_the_reach_is_not_there() =>
        await Should.ThrowAsync<NotFoundException>(() => SendAsync("999999"));

    [Theory]
    [InlineData("1001", null)]
    [InlineData("", "Number NotEmptyValidator")]
    [InlineData("123456789012345678901", "Number MaximumLengthValidator")]
    public void It_needs_a_number(string number, string? problem) => new CancelOrder.Validator().Problems(new CancelOrder(number)).ShouldBe(problem is null ? [] : [problem]);

    private Task<OrderState> SendAsync() => SendAsync(_scene.Order.Number);

    private Task<OrderState> SendAsync(string number) =>
        new CancelOrder.Handler(_scene.Orders, _scene.Work, _scene.Ending, Scene.Caller(), _audit).Handle(new CancelOrder(number), default);
}
