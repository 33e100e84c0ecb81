using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Domain.Tests.Subscriptions;

public sealed class SubscriptionTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly Guid Organisation = Guid.CreateVersion7();

    [Theory]
    [InlineData(SubscriptionKind.Mobile, true)]
    [InlineData(SubscriptionKind.PbxUser, true)]
    [InlineData(SubscriptionKind.MobileBroadband, true)]
    [InlineData(SubscriptionKind.FixedTelephony, false)]
    [InlineData(SubscriptionKind.Broadband, false)]
    [InlineData(SubscriptionKind.Capacity, false)]
    public void Only_mobile_kinds_have_a_SIM_card_to_replace(SubscriptionKind kind, bool has)
    {
        var subscription = Service(kind: kind);
        subscription.HasSim.ShouldBe(has);
        if (has) subscription.ReplaceSim(ByPost(), null, Start()).IsOpen.ShouldBeTrue();
        else Refused(() => subscription.ReplaceSim(ByPost(), null, Start()), "SimNotForThisService");
    }

    [Theory]
    [InlineData(SubscriptionStatus.Active, true)]
    [InlineData(SubscriptionStatus.Barred, true)]
    [InlineData(SubscriptionStatus.Ordered, false)]
    [InlineData(SubscriptionStatus.Terminating, true)]
    [InlineData(SubscriptionStatus.Terminated, false)]
    public void Only_a_service_in_use_gets_another_card(SubscriptionStatus status, bool gets)
    {
        var subscription = Service(status);
        if (gets) subscription.ReplaceSim(ByPost(), null, Start()).State.ShouldBe(OrderState.Received);
        else Refused(() => subscription.ReplaceSim(ByPost(), null, Start()), "SimServiceNotActive");
        subscription.NewEvents.Count.ShouldBe(gets ? 1 : 0);
    }

    [Fact]
    public void A_replacement_is_an_order_of_one_line_on_the_services_account_and_in_its_history()
    {
        var (subscription, wanted) = (Service(), ByPost());
        var order = subscription.ReplaceSim(wanted, null, Start());
        (order.Data.OrganisationId, order.Data.AccountId, order.Data.Type).ShouldBe((Organisation, subscription.Data.AccountId, OrderType.SimReplacement));
        var line = order.Lines.ShouldHaveSingleItem();
        (line.SubscriptionId, line.Detail, line.IsOpen, line.MonthlyPrice, line.OneTimePrice).ShouldBe((subscription.Id, wanted, true, Money.Zero, Money.Zero));
        Told(subscription, SubscriptionEventKinds.SimReplacementOrdered, "Anna", order.Id, "1001");
    }

    [Fact]
    public void The_customers_own_card_is_reserved_for_the_service()
    {
        var (subscription, card) = (Service(), Card());
        subscription.ReplaceSim(ByPost(), card, Start());
        card.Data.State.ShouldBe(SimCardState.Reserved);
        card.Data.SubscriptionId.ShouldBe(subscription.Id);
    }

    [Fact]
    public void A_card_that_cannot_be_used_stops_the_replacement()
    {
        var subscription = Service();
        var foreign = Card(organisation: Guid.CreateVersion7());
        Refused(() => subscription.ReplaceSim(ByPost(), foreign, Start()), "SimCardNotAvailable");
        subscription.NewEvents.ShouldBeEmpty();
    }

    [Fact]
    public void A_refused_replacement_reserves_no_card()
    {
        var card = Card();
        Refused(() => Service(SubscriptionStatus.Terminated).ReplaceSim(ByPost(), card, Start()), "SimServiceNotActive");
        card.Data.State.ShouldBe(SimCardState.InStock);
    }

    [Fact]
    public void When_it_is_carried_out_the_new_card_works_and_the_old_never_will_again()
    {
        var subscription = Service();
        var (oldCard, newCard) = (Card(SimCardState.Active, subscriptionId: subscription.Id), Card());
        var order = subscription.ReplaceSim(ByPost(), null, Start());
        subscription.SimReplaced(order, newCard, oldCard, At.AddDays(2));
        (newCard.Data.State, newCard.Data.SubscriptionId).ShouldBe((SimCardState.Active, subscription.Id));
        oldCard.Data.State.ShouldBe(SimCardState.Expired);
        Told(subscription, SubscriptionEventKinds.SimReplaced, SubscriptionEvent.OperatorActor, order.Id, "1001", newCard.Icc, oldCard.Icc);
        subscription.NewEvents[^1].At.ShouldBe(At.AddDays(2));
    }

    [Fact]
    public void A_first_card_has_none_before_it()
    {
        var (subscription, card) = (Service(), Card());
        var order = subscription.ReplaceSim(ByPost(), null, Start());
        subscription.SimReplaced(order, card, null, At);
        Told(subscription, SubscriptionEventKinds.SimReplaced, SubscriptionEvent.OperatorActor, order.Id, "1001", card.Icc, "");
    }

    [Fact]
    public void A_rejected_replacement_frees_the_card_and_tells_why()
    {
        var (subscription, card) = (Service(), Card());
        var order = subscription.ReplaceSim(ByPost(), card, Start());
        order.Reject("Okänt kort", At);
        subscription.SimReplacementEnded(order, card, SubscriptionEvent.OperatorActor, At);
        (card.Data.State, card.Data.SubscriptionId).ShouldBe((SimCardState.InStock, null));
        Told(subscription, SubscriptionEventKinds.SimReplacementRejected, SubscriptionEvent.OperatorActor, order.Id, "1001", "Okänt kort");
    }

    [Fact]
    public void A_cancelled_replacement_frees_the_card_and_tells_who_did_it()
    {
        var (subscription, card) = (Service(), Card());
        var order = subscription.ReplaceSim(ByPost(), card, Start());
        order.Cancel(At);
        subscription.SimReplacementEnded(order, card, "Bo", At);
        card.Data.State.ShouldBe(SimCardState.InStock);
        Told(subscription, SubscriptionEventKinds.SimReplacementCancelled, "Bo", order.Id, "1001");
    }

    [Fact]
    public void A_replacement_without_a_reserved_card_can_end_too()
    {
        var subscription = Service();
        var order = subscription.ReplaceSim(ByPost(), null, Start());
        order.Cancel(At);
        subscription.SimReplacementEnded(order, null, "Bo", At);
        Told(subscription, SubscriptionEventKinds.SimReplacementCancelled, "Bo", order.Id, "1001");
    }

    [Fact]
    public void A_new_user_name_stands_in_the_history_with_the_old()
    {
        var subscription = Service();
        subscription.Rename("  Bo Berg ", "Anna", At);
        subscription.Data.UserName.ShouldBe("Bo Berg");
        Told(subscription, SubscriptionEventKinds.Renamed, "Anna", null, "Åke Ek", "Bo Berg");
    }

    [Theory]
    [InlineData("Åke Ek")]
    [InlineData(" Åke Ek ")]
    [InlineData("A\u030Ake Ek")]
    public void The_same_user_name_in_another_spelling_is_no_change(string name)
    {
        var subscription = Service();
        subscription.Rename(name, "Anna", At);
        subscription.NewEvents.ShouldBeEmpty();
        subscription.Data.UserName.ShouldBe("Åke Ek");
    }

    private static void Told(Subscription subscription, string kind, string actor, Guid? orderId, params string[] values)
    {
        var line = subscription.NewEvents[^1];
        (line.Kind, line.Actor, line.OrderId).ShouldBe((kind, actor, orderId));
        line.Values.ShouldBe(values);
    }

    private static void Refused(Action action, string code) => Should.Throw<DomainRuleException>(action).Code.ShouldBe(code);

    private static Subscription Service(SubscriptionStatus status = SubscriptionStatus.Active, SubscriptionKind kind = SubscriptionKind.Mobile) => new(new SubscriptionData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Organisation, ExternalId = "T-1", AccountId = Guid.CreateVersion7(), Kind = kind, Status = status, UserName = "Åke Ek", Version = 1,
    });

    private static SimCard Card(SimCardState state = SimCardState.InStock, Guid? organisation = null, Guid? subscriptionId = null) => new(new SimCardData
    {
        Id = Guid.CreateVersion7(), OrganisationId = organisation ?? Organisation, Icc = "8946010000000000012", Form = SimForm.Physical, State = state,
        SubscriptionId = subscriptionId, Version = 1,
    });

    private static SimReplacementDetail ByPost() => new(SimDeliveryWay.Post, new DeliveryAddress("Åke", "Storgatan 1", "111 22", "Stockholm"), null, null, "sv");

    private static OrderStart Start() => new("1001", Guid.CreateVersion7(), "Anna", At, new DateOnly(2026, 3, 10), null);
}
