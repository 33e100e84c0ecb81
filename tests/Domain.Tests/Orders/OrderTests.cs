using Connect.Domain.Common;
using Connect.Domain.Orders;

namespace Connect.Domain.Tests.Orders;

/// <summary>Received → Processing → Delivered, or Rejected, or Cancelled; what has ended stays as it ended.</summary>
public sealed class OrderTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = At.AddHours(5);

    [Fact]
    public void A_placed_order_is_received_and_its_history_begins()
    {
        var order = OrderIn(OrderState.Received);
        order.State.ShouldBe(OrderState.Received);
        order.IsOpen.ShouldBeTrue();
        order.CanCancel.ShouldBeTrue();
        order.Data.Version.ShouldBe(0);
        order.Data.SentAt.ShouldBeNull();
        var begun = order.NewEvents.ShouldHaveSingleItem();
        (begun.At, begun.State, begun.Note).ShouldBe((At, OrderState.Received, null));
    }

    [Fact]
    public void Whoever_orders_stands_in_the_order()
    {
        var (organisation, account, user) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var start = new OrderStart("1001", user, "Anna Åkesson", At, new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 7));
        var data = Order.Place(OrderType.SimReplacement, organisation, account, start, [Line()]).Data;
        (data.OrganisationId, data.AccountId, data.Number, data.Type).ShouldBe((organisation, account, "1001", OrderType.SimReplacement));
        (data.OrderedById, data.OrderedBy, data.OrderedAt).ShouldBe((user, "Anna Åkesson", At));
        (data.StartsOn, data.ExpectedOn).ShouldBe((new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 7)));
    }

    [Fact]
    public void The_first_confirmation_counts_and_the_operators_number_is_kept()
    {
        var order = OrderIn(OrderState.Received);
        order.Sent("OP-1", At);
        order.Sent(null, Later);
        order.Data.SentAt.ShouldBe(At);
        order.Data.ExternalId.ShouldBe("OP-1");
        order.State.ShouldBe(OrderState.Received);
        order.NewEvents.Count.ShouldBe(1);
    }

    [Fact]
    public void When_somebody_begins_it_was_sent_and_can_no_longer_be_called_off()
    {
        var order = OrderIn(OrderState.Received);
        order.RequestCancel(At, null);
        order.Process(Later, new DateOnly(2026, 3, 20));
        order.State.ShouldBe(OrderState.Processing);
        order.IsOpen.ShouldBeTrue();
        order.CanCancel.ShouldBeFalse();
        order.Data.SentAt.ShouldBe(Later);
        order.Data.CancelRequestedAt.ShouldBeNull();
        order.Data.ExpectedOn.ShouldBe(new DateOnly(2026, 3, 20));
        order.NewEvents.Select(e => e.State).ShouldBe([OrderState.Received, OrderState.Processing]);
    }

    [Fact]
    public void A_repeated_beginning_moves_the_expected_day_and_adds_no_history()
    {
        var order = OrderIn(OrderState.Processing);
        order.Process(Later, new DateOnly(2026, 3, 25));
        order.Process(Later.AddHours(1));
        order.Data.ExpectedOn.ShouldBe(new DateOnly(2026, 3, 25));
        order.NewEvents.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(OrderState.Delivered)]
    [InlineData(OrderState.Rejected)]
    [InlineData(OrderState.Cancelled)]
    public void A_late_beginning_does_not_open_what_has_ended(OrderState ended)
    {
        var order = OrderIn(ended);
        order.Process(Later, new DateOnly(2030, 1, 1));
        order.State.ShouldBe(ended);
        order.IsOpen.ShouldBeFalse();
        order.Data.ExpectedOn.ShouldBeNull();
    }

    [Theory]
    [InlineData(OrderState.Received, OrderState.Delivered)]
    [InlineData(OrderState.Received, OrderState.Rejected)]
    [InlineData(OrderState.Received, OrderState.Cancelled)]
    [InlineData(OrderState.Processing, OrderState.Delivered)]
    [InlineData(OrderState.Processing, OrderState.Rejected)]
    [InlineData(OrderState.Processing, OrderState.Cancelled)]
    public void An_open_order_can_end_in_every_way_and_its_lines_close(OrderState from, OrderState to)
    {
        var order = OrderIn(from);
        if (from == OrderState.Received) order.RequestCancel(At, null);
        Move(order, to, Later);
        order.State.ShouldBe(to);
        order.IsOpen.ShouldBeFalse();
        order.CanCancel.ShouldBeFalse();
        order.Data.EndedAt.ShouldBe(Later);
        order.Data.CancelRequestedAt.ShouldBeNull();
        order.Data.Reason.ShouldBe(to == OrderState.Rejected ? "Slut på kort" : null);
        order.Lines.ShouldAllBe(line => !line.IsOpen);
        order.NewEvents[^1].State.ShouldBe(to);
        order.NewEvents[^1].Note.ShouldBe(order.Data.Reason);
    }

    [Theory]
    [InlineData(OrderState.Delivered)]
    [InlineData(OrderState.Rejected)]
    [InlineData(OrderState.Cancelled)]
    public void The_same_end_reported_again_changes_nothing(OrderState ended)
    {
        var order = OrderIn(ended);
        var before = (order.Data, order.NewEvents.Count);
        Move(order, ended, Later.AddDays(1));
        (order.Data, order.NewEvents.Count).ShouldBe(before);
    }

    [Theory]
    [InlineData(OrderState.Delivered, OrderState.Rejected)]
    [InlineData(OrderState.Delivered, OrderState.Cancelled)]
    [InlineData(OrderState.Rejected, OrderState.Delivered)]
    [InlineData(OrderState.Rejected, OrderState.Cancelled)]
    [InlineData(OrderState.Cancelled, OrderState.Delivered)]
    [InlineData(OrderState.Cancelled, OrderState.Rejected)]
    public void What_has_ended_cannot_end_otherwise(OrderState ended, OrderState other)
    {
        var order = OrderIn(ended);
        var before = order.Data;
        Should.Throw<DomainRuleException>(() => Move(order, other, Later)).Code.ShouldBe("OrderHasEnded");
        order.Data.ShouldBe(before);
    }

    [Fact]
    public void A_wish_to_call_off_is_noted_once_and_leaves_the_order_received()
    {
        var order = OrderIn(OrderState.Received);
        order.RequestCancel(At, null).ShouldBeTrue();
        order.RequestCancel(Later, null).ShouldBeFalse();
        order.Data.CancelRequestedAt.ShouldBe(At);
        order.State.ShouldBe(OrderState.Received);
        order.CanCancel.ShouldBeFalse();
    }

    [Theory]
    [InlineData(OrderState.Processing)]
    [InlineData(OrderState.Delivered)]
    [InlineData(OrderState.Rejected)]
    [InlineData(OrderState.Cancelled)]
    public void What_somebody_has_begun_or_ended_cannot_be_called_off(OrderState state)
    {
        var order = OrderIn(state);
        Should.Throw<DomainRuleException>(() => order.RequestCancel(Later, null)).Code.ShouldBe("OrderTooLateToCancel");
        order.Data.CancelRequestedAt.ShouldBeNull();
    }

    [Fact]
    public void An_operator_who_cannot_stop_it_says_why_and_it_can_be_tried_again()
    {
        var order = OrderIn(OrderState.Received);
        order.RequestCancel(At, null);
        order.CancelRefused("Redan packat", Later);
        order.IsOpen.ShouldBeTrue();
        order.CanCancel.ShouldBeTrue();
        order.NewEvents[^1].Note.ShouldBe("Redan packat");
        order.NewEvents[^1].State.ShouldBe(OrderState.Received);
        order.Data.Reason.ShouldBeNull();
    }

    [Fact]
    public void A_refusal_that_comes_after_the_end_changes_nothing()
    {
        var order = OrderIn(OrderState.Delivered);
        var before = (order.Data, order.NewEvents.Count);
        order.CancelRefused("för sent", Later);
        (order.Data, order.NewEvents.Count).ShouldBe(before);
    }

    [Theory]
    [InlineData(500, 500)]
    [InlineData(501, 500)]
    [InlineData(9000, 500)]
    public void A_long_reason_is_cut(int length, int kept)
    {
        var (rejected, refused) = (OrderIn(OrderState.Received), OrderIn(OrderState.Received));
        rejected.Reject(new string('x', length), Later);
        rejected.Data.Reason!.Length.ShouldBe(kept);
        refused.CancelRefused(new string('x', length), Later);
        refused.NewEvents[^1].Note!.Length.ShouldBe(kept);
    }

    private static Order OrderIn(OrderState state)
    {
        var order = Order.Place(OrderType.SimReplacement, Guid.CreateVersion7(), Guid.CreateVersion7(),
            new OrderStart("1001", null, "Anna", At, new DateOnly(2026, 3, 10), null), [Line(), Line()]);
        if (state == OrderState.Processing) order.Process(At);
        else if (state != OrderState.Received) Move(order, state, At);
        return order;
    }

    private static void Move(Order order, OrderState to, DateTimeOffset at)
    {
        switch (to)
        {
            case OrderState.Delivered: order.Deliver(at); break;
            case OrderState.Rejected: order.Reject("Slut på kort", at); break;
            default: order.Cancel(at); break;
        }
    }

    private static OrderLine Line() => OrderLine.For(Guid.CreateVersion7(), new SimReplacementDetail(SimDeliveryWay.ESim, null, "anna@example.com", null, "sv"));
}
