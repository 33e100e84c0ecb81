using Connect.Domain.Accounts;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Domain.Tests.Orders;

[Covers("ORD-2", "the rules of a new service")]
public sealed class NewSubscriptionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly Guid Organisation = Guid.CreateVersion7(), Account = Guid.CreateVersion7();

    private static readonly NewSubscriptionDetail Mobile = new()
    {
        Product = new ChangePart(Guid.CreateVersion7(), "MOB", "Mobil"), Kind = SubscriptionKind.Mobile, Account = "1001", UserName = "Åke", Number = new NumberWish(null, null),
        Sim = new CardWish(SimDeliveryWay.ESim, null, "a@example.com", null, "sv"), Terms = new AgreedTerms("AVT-1", 3, true, 24), MonthlyPrice = Money.FromKronor(249), OneTimePrice = Money.Zero,
    };

    [Fact]
    public void It_is_ordered_under_the_portals_own_id_on_the_terms_of_the_agreement()
    {
        var (service, order) = Place(Mobile, Today);
        (service.Data.Status, service.Data.ExternalId, service.Data.NoticeMonths, service.Data.NoticeToMonthEnd, service.Data.CommittedUntil).ShouldBe((SubscriptionStatus.Ordered, PortalId.Of(service.Id), 3, true, null));
        (order.Data.Type, order.State, order.IsToldByDone).ShouldBe((OrderType.NewSubscription, OrderState.Received, false));
        service.NewEvents.ShouldHaveSingleItem().Values.ShouldBe(["1001", "Mobil", "2026-03-10"]);
    }

    [Fact]
    public void A_day_that_has_been_or_comes_too_early_for_a_number_is_none()
    {
        Should.Throw<DomainRuleException>(() => Place(Mobile, Today.AddDays(-1))).Code.ShouldBe("DayHasBeen");
        var ported = Mobile with { Number = new NumberWish("+46701740699", "Annan") };
        Should.Throw<DomainRuleException>(() => Place(ported, new(2026, 3, 16))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("PortTooEarly"), e => e.Arguments.ShouldBe(["2026-03-17"]));
        Place(ported, new(2026, 3, 17)).Subscription.Data.PhoneNumber.ShouldBe("+46701740699");
    }

    [Fact]
    public void Delivered_it_has_its_numbers_and_its_commitment_runs_from_its_first_day()
    {
        var (service, order) = Place(Mobile, Today);
        var card = SimCard.Delivered(Organisation, Card("8946010000000000012"), SimForm.ESim);
        service.Delivered(order, Mobile, new DeliveredService("S-1", "+46799500001", "+4681234567"), card, Now.AddDays(4));
        (service.Data.Status, service.Data.ExternalId, service.Data.PhoneNumber, service.Data.FixedNumber).ShouldBe((SubscriptionStatus.Active, "S-1", "+46799500001", null));
        (service.Data.StartsOn, service.Data.CommittedUntil).ShouldBe((new DateOnly(2026, 3, 14), new DateOnly(2028, 3, 13)));
        (card.Data.State, card.Data.SubscriptionId).ShouldBe((SimCardState.Active, service.Id));
    }

    [Fact]
    public void A_number_that_was_moved_here_goes_before_what_is_told_and_a_day_to_come_stays()
    {
        var wanted = Mobile with { Number = new NumberWish("+46701740699", "Annan"), FixedNumber = new NumberWish("+4684650041", "Annan"), Terms = Mobile.Terms with { CommitmentMonths = 0 } };
        var (service, order) = Place(wanted, new(2026, 5, 1));
        service.Delivered(order, wanted, new DeliveredService("S-1", "+46799500001", null), null, Now);
        (service.Data.PhoneNumber, service.Data.FixedNumber, service.Data.StartsOn, service.Data.CommittedUntil, service.Data.ExternalId)
            .ShouldBe(("+46701740699", "+4684650041", new DateOnly(2026, 5, 1), null, "S-1"));
    }

    [Fact]
    public void Never_delivered_its_card_is_in_stock_again_and_its_numbers_are_nobodys()
    {
        var card = new SimCard(new SimCardData { Id = Guid.CreateVersion7(), OrganisationId = Organisation, Icc = "8946010000000000012", Form = SimForm.Physical, State = SimCardState.InStock, Version = 1 });
        var wanted = Mobile with { Number = new NumberWish("+46701740699", "Annan"), Sim = new CardWish(SimDeliveryWay.OwnCard, null, null, card.Icc, "sv") };
        var (service, order) = Place(wanted, new(2026, 4, 1), card);
        (card.Data.State, card.Data.SubscriptionId).ShouldBe((SimCardState.Reserved, service.Id));
        order.Reject("Slut", Now);
        service.NeverDelivered(order, card, SubscriptionEvent.OperatorActor, Now);
        (card.Data.State, service.Data.Status, service.Data.PhoneNumber).ShouldBe((SimCardState.InStock, SubscriptionStatus.Terminated, null));
        service.NewEvents[^1].ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(SubscriptionEventKinds.OrderRejected), e => e.Values.ShouldBe(["1001", "Slut"]));
    }

    [Theory]
    [InlineData(SubscriptionKind.Mobile, "Sim Number Plan Calls Barrings")]
    [InlineData(SubscriptionKind.PbxUser, "Sim Number FixedNumber Plan Calls Barrings Handsets")]
    [InlineData(SubscriptionKind.MobileBroadband, "Sim Plan")]
    [InlineData(SubscriptionKind.Broadband, "Address")]
    [InlineData(SubscriptionKind.Capacity, "Address OtherEnd")]
    [InlineData(SubscriptionKind.FixedTelephony, "Number Address")]
    public void Each_kind_has_its_parts(SubscriptionKind kind, string parts)
    {
        var all = NewServiceParts.Of(kind);
        string.Join(' ', typeof(NewServiceParts).GetProperties().Where(part => part.PropertyType == typeof(bool) && (bool)part.GetValue(all)!).Select(part => part.Name)).ShouldBe(parts);
    }

    [Fact]
    public void What_the_operator_gives_has_to_be_told()
    {
        Mobile.NeedsReport().ShouldBeTrue();
        (Mobile with { Number = null, Sim = null, Installation = new PostalAddress("A", "111 22", "B") }).NeedsReport().ShouldBeTrue("its own id, at least");
    }

    [Theory]
    [InlineData("08-465 004 11", true)]
    [InlineData("011-23 45 67", true)]
    [InlineData("010-199 00 00", true)]
    [InlineData("070-174 06 99", false)]
    [InlineData("0900-123 45 67", false)]
    [InlineData("+47 22 12 34 56", false)]
    public void Fixed_numbers_of_Sweden_are_told_from_others(string text, bool isFixed)
    {
        PhoneNumber.TryParse(text, out var number).ShouldBeTrue();
        number.IsSwedishFixed.ShouldBe(isFixed);
    }

    [Fact]
    public void VAT_is_a_quarter_in_whole_ore() => new AmountWithVat(Money.FromKronor(0.99m)).ShouldSatisfyAllConditions(a => a.Vat.Kronor.ShouldBe(0.25m), a => a.Total.Kronor.ShouldBe(1.24m));

    private static NewService Place(NewSubscriptionDetail wanted, DateOnly startsOn, SimCard? card = null) =>
        Subscription.OrderNew(Organisation, Account, wanted, card, new OrderStart("1001", null, "Anna", Now, startsOn, startsOn));

    private static Icc Card(string text) => Icc.TryParse(text, out var icc, out _) ? icc : throw new ArgumentException(text);
}
