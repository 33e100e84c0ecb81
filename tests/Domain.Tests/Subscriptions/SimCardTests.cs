using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Domain.Tests.Subscriptions;

/// <summary>In stock → reserved → active → expired; each step only from where it may come.</summary>
public sealed class SimCardTests
{
    private static readonly Guid Organisation = Guid.CreateVersion7(), Service = Guid.CreateVersion7();

    [Fact]
    public void A_delivered_card_lies_in_stock_until_it_works()
    {
        Icc.TryParse("8946010000000000012", out var icc, out _).ShouldBeTrue();
        var card = SimCard.Delivered(Organisation, icc, SimForm.ESim);
        (card.Icc, card.Data.OrganisationId, card.Data.Form, card.Data.State, card.Data.SubscriptionId, card.Data.Version)
            .ShouldBe(("8946010000000000012", Organisation, SimForm.ESim, SimCardState.InStock, null, 0));
    }

    [Theory]
    [InlineData(SimCardState.InStock, true)]
    [InlineData(SimCardState.Reserved, false)]
    [InlineData(SimCardState.Active, false)]
    [InlineData(SimCardState.Barred, false)]
    [InlineData(SimCardState.Expired, false)]
    public void Only_a_card_in_stock_is_reserved(SimCardState state, bool can)
    {
        var card = Card(state);
        if (!can) NotAvailable(() => card.Reserve(Organisation, Service));
        else card.Reserve(Organisation, Service);
        card.Data.State.ShouldBe(can ? SimCardState.Reserved : state);
        card.Data.SubscriptionId.ShouldBe(can ? Service : null);
    }

    [Fact]
    public void Another_customers_card_answers_as_one_that_is_in_use()
    {
        var card = Card(SimCardState.InStock);
        var foreign = NotAvailable(() => card.Reserve(Guid.CreateVersion7(), Service));
        var used = NotAvailable(() => Card(SimCardState.Active).Reserve(Organisation, Service));
        (foreign.Code, foreign.Field, foreign.Arguments.Count).ShouldBe((used.Code, used.Field, used.Arguments.Count));
        card.Data.State.ShouldBe(SimCardState.InStock);
    }

    [Theory]
    [InlineData(SimCardState.Reserved, SimCardState.InStock)]
    [InlineData(SimCardState.InStock, SimCardState.InStock)]
    [InlineData(SimCardState.Active, SimCardState.Active)]
    [InlineData(SimCardState.Barred, SimCardState.Barred)]
    [InlineData(SimCardState.Expired, SimCardState.Expired)]
    public void Releasing_takes_back_a_reservation_and_nothing_else(SimCardState before, SimCardState after)
    {
        var card = Card(before, Service);
        card.Release();
        card.Data.State.ShouldBe(after);
        card.Data.SubscriptionId.ShouldBe(before == SimCardState.Reserved ? null : Service);
    }

    [Theory]
    [InlineData(SimCardState.InStock, true)]
    [InlineData(SimCardState.Reserved, true)]
    [InlineData(SimCardState.Active, false)]
    [InlineData(SimCardState.Barred, false)]
    [InlineData(SimCardState.Expired, false)]
    public void A_card_that_was_used_up_or_works_elsewhere_cannot_be_activated(SimCardState state, bool can)
    {
        var elsewhere = Guid.CreateVersion7();
        var card = Card(state, elsewhere);
        if (!can) NotAvailable(() => card.Activate(Service));
        else card.Activate(Service);
        (card.Data.State, card.Data.SubscriptionId).ShouldBe(can ? (SimCardState.Active, Service) : (state, elsewhere));
    }

    [Fact]
    public void Activating_it_again_in_the_same_service_changes_nothing()
    {
        var card = Card(SimCardState.Active, Service);
        card.Activate(Service);
        (card.Data.State, card.Data.SubscriptionId).ShouldBe((SimCardState.Active, Service));
    }

    [Fact]
    public void An_expired_card_keeps_the_service_it_was_in()
    {
        var card = Card(SimCardState.Active, Service);
        card.Expire();
        (card.Data.State, card.Data.SubscriptionId).ShouldBe((SimCardState.Expired, Service));
    }

    [Fact]
    public void What_is_not_told_of_a_card_stays_as_it_was()
    {
        var card = Card(SimCardState.InStock);
        card.Describe("240990000000001", "pin", "puk");
        card.Describe(null, null, "new puk");
        (card.Data.Imsi, card.Data.ProtectedPin, card.Data.ProtectedPuk).ShouldBe(("240990000000001", "pin", "new puk"));
    }

    private static DomainRuleException NotAvailable(Action action)
    {
        var refused = Should.Throw<DomainRuleException>(action);
        (refused.Code, refused.Field).ShouldBe(("SimCardNotAvailable", "Icc"));
        return refused;
    }

    private static SimCard Card(SimCardState state, Guid? service = null) => new(new SimCardData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Organisation, Icc = "8946010000000000012", Form = SimForm.Physical, State = state, SubscriptionId = service, Version = 1,
    });
}
