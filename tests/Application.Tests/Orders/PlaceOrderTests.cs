using Connect.Application.Common.Ports;
using Connect.Application.Orders;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Orders;

[Covers("ORD-2", "placing an order")]
public sealed class PlaceOrderTests
{
    private readonly NewServiceScene _scene = new();

    [Fact]
    public async Task It_gives_a_service_that_is_ordered_and_an_order_that_is_sent_at_once()
    {
        var placed = await SendAsync(_scene.Mobile, _scene.ESim with { StartsOn = new DateOnly(2026, 5, 1), CostCentre = "4711" });
        var (order, service) = (_scene.Placed.ShouldHaveSingleItem(), _scene.Made.ShouldHaveSingleItem().Subscription.Data);
        (placed.Id, placed.Number).ShouldBe((order.Id, "1001"));
        (service.Status, service.UserName, service.AccountId, service.MonthlyPrice.Kronor, service.StartsOn).ShouldBe((SubscriptionStatus.Ordered, "Åke Ström", _scene.Account.Id, 348, new DateOnly(2026, 5, 1)));
        PortalId.Is(service.ExternalId).ShouldBeTrue();
        var line = order.Lines.ShouldHaveSingleItem();
        (line.SubscriptionId, line.ProductId, line.MonthlyPrice.Kronor, line.OneTimePrice.Kronor).ShouldBe((service.Id, _scene.Mobile.Id, 348, 195));
        _scene.Wanted.Sim.ShouldBe(new CardWish(SimDeliveryWay.ESim, null, "ake@example.com", null, "en"));
        _scene.Wanted.Terms.ShouldBe(new AgreedTerms("AVT-1", 3, true, 24));
        await _scene.Work.Received(1).EnqueueAsync(new NewWork(SendOrder.KindName, order.Id), Arg.Any<CancellationToken>());
        await _scene.Services.Received(1).AddAsync(_scene.Made[0], _scene.Mobile.AgreementId, Arg.Any<CancellationToken>());
        (_scene.Audit.About, _scene.Audit.After).ShouldSatisfyAllConditions(a => a.About.ShouldBe(("Subscription", service.Id)), a => a.After.ShouldNotBeNull().ShouldContain("1001"));
    }

    [Fact]
    public async Task The_customers_own_card_is_reserved_for_the_service()
    {
        var card = _scene.HasCard();
        await SendAsync(_scene.Mobile, _scene.ESim with { SimWay = SimDeliveryWay.OwnCard, Icc = "8946 0100 0000 0000 012" });
        (card.Data.State, card.Data.SubscriptionId).ShouldBe((SimCardState.Reserved, _scene.Made[0].Subscription.Id));
        await _scene.Stock.Received(1).SaveAsync(card, Arg.Any<CancellationToken>());
        _scene.Wanted.ShouldSatisfyAllConditions(w => w.Sim!.Email.ShouldBeNull(), w => w.Sim!.Icc.ShouldBe(NewServiceScene.Icc));
    }

    [Theory]
    [InlineData(SimCardState.Active)]
    [InlineData(null)]
    public async Task A_card_that_cannot_be_used_is_refused_beside_its_field(SimCardState? state)
    {
        if (state is { } known) _scene.HasCard(known);
        (await ProblemsAsync(_scene.Mobile, _scene.ESim with { SimWay = SimDeliveryWay.OwnCard, Icc = NewServiceScene.Icc })).ShouldBe(["Details.Icc SimCardNotAvailable"]);
    }

    [Fact]
    public async Task A_product_that_may_not_be_ordered_is_refused()
    {
        _scene.Forbid(_scene.Mobile);
        (await ProblemsAsync(_scene.Mobile, _scene.ESim)).ShouldBe(["Product ProductNotOffered"]);
    }

    [Fact]
    public async Task An_account_outside_the_reach_is_not_there()
    {
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_scene.Mobile, _scene.ESim, "9999"))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("AccountUnknown"), e => e.Field.ShouldBe("Account"));
        _scene.Placed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_from_another_operator_is_moved_on_the_day_and_stands_on_the_service()
    {
        await SendAsync(_scene.Mobile, Ported("070-174 06 99") with { StartsOn = new DateOnly(2026, 3, 17) });
        _scene.Wanted.Number.ShouldBe(new NumberWish(NewServiceScene.Number, "Operatören AB"));
        _scene.Made[0].Subscription.Data.PhoneNumber.ShouldBe(NewServiceScene.Number);
    }

    [Theory]
    [InlineData("08-465 004 11", "PortNotMobile")]
    [InlineData("+4712345678", "PortNotMobile")]
    [InlineData("070-174 06 99", "NumberNotPortable")]
    public async Task A_number_that_cannot_be_moved_is_refused(string number, string code)
    {
        _scene.Services.IsFreeAsync(NewServiceScene.Number, Arg.Any<CancellationToken>()).Returns(false);
        (await ProblemsAsync(_scene.Mobile, Ported(number) with { StartsOn = new DateOnly(2026, 3, 17) })).ShouldBe([$"Details.PortedNumber {code}"]);
    }

    [Fact]
    public async Task Another_operator_has_to_be_told_ahead() =>
        (await ProblemsAsync(_scene.Mobile, Ported("070-174 06 99") with { StartsOn = new DateOnly(2026, 3, 16) })).ShouldBe(["Details.StartsOn PortTooEarly"]);

    [Fact]
    public async Task A_PBX_user_has_a_fixed_number_and_handsets_and_a_router_neither()
    {
        await SendAsync(_scene.Pbx, _scene.ESim with { FixedNumberWay = NumberWay.New, Handsets = [HandsetKind.DeskPhone, HandsetKind.Softphone, HandsetKind.DeskPhone] });
        (_scene.Wanted.FixedNumber, _scene.Wanted.NeedsReport()).ShouldBe((new NumberWish(null, null), true));
        _scene.Wanted.Handsets.ShouldBe([HandsetKind.Softphone, HandsetKind.DeskPhone]);
        (await ProblemsAsync(_scene.Pbx, _scene.ESim with { FixedNumberWay = NumberWay.Ported, PortedFixedNumber = "070-174 06 99", FixedLosingOperator = "Annan" })).ShouldContain("Details.PortedFixedNumber PortNotFixed");
        await SendAsync(_scene.Router, _scene.ESim with { FixedNumberWay = NumberWay.New, Handsets = [HandsetKind.Softphone], Barrings = [BarringKind.PremiumCalls] });
        _scene.Wanted.ShouldSatisfyAllConditions(w => w.Number.ShouldBeNull(), w => w.FixedNumber.ShouldBeNull(), w => w.Handsets.ShouldBeEmpty(), w => w.Barrings.ShouldBeEmpty(), w => w.PriceList.ShouldBeNull());
    }

    [Fact]
    public async Task Barrings_go_by_their_names_between_systems_and_none_twice()
    {
        await SendAsync(_scene.Mobile, _scene.ESim with { Barrings = [BarringKind.PremiumCalls, BarringKind.OutgoingInternational, BarringKind.PremiumCalls] });
        _scene.Wanted.Barrings.ShouldBe(["BOIC", "ODB-PremiumCalls"]);
        (await ProblemsAsync(_scene.Mobile, _scene.ESim with { Barrings = [BarringKind.AllOutgoing, BarringKind.PremiumCalls] })).ShouldBe(["Details.Barrings BarringPartOf"]);
    }

    [Fact]
    public async Task A_line_has_an_address_and_a_speed_of_its_product_or_of_its_own()
    {
        await SendAsync(_scene.Line, NewServiceScene.ALine with { DownMbit = 9 });
        _scene.Wanted.ShouldSatisfyAllConditions(w => w.Installation!.PostalCode.ShouldBe("111 22"), w => (w.DownMbit, w.UpMbit).ShouldBe((250, 250)), w => w.OtherEnd.ShouldBeNull(), w => w.NeedsReport().ShouldBeTrue());
        await SendAsync(_scene.Capacity, NewServiceScene.ALine with { OtherEnd = new("Hamngatan 2", "411 14", "Göteborg"), DownMbit = 1000, UpMbit = 500 });
        _scene.Wanted.ShouldSatisfyAllConditions(w => w.OtherEnd!.City.ShouldBe("Göteborg"), w => (w.DownMbit, w.UpMbit).ShouldBe((1000, 500)));
    }

    [Theory]
    [InlineData("storgatan 1 ", "11122", "Sthlm")]
    [InlineData("Storgatan 1", "111 22", "Stockholm")]
    public async Task A_line_runs_between_two_different_addresses(string street, string code, string city) =>
        (await ProblemsAsync(_scene.Capacity, NewServiceScene.ALine with { OtherEnd = new(street, code, city), DownMbit = 1000, UpMbit = 500 })).ShouldBe(["Details.OtherEnd.Street EndsSame"]);

    [Fact]
    public async Task Everything_that_the_kind_needs_is_asked_for_at_once()
    {
        var empty = new OrderDetails();
        (await ProblemsAsync(_scene.Mobile, empty)).ShouldBe(["Details.UserName NotEmptyValidator", "Details.PriceList EnumValidator", "Details.NumberWay EnumValidator", "Details.SimWay EnumValidator", "Details.StartsOn DayNeeded"]);
        (await ProblemsAsync(_scene.Router, empty)).ShouldContain("Details.DataPackage EnumValidator");
        (await ProblemsAsync(_scene.Capacity, empty)).ShouldBe(
            ["Details.UserName NotEmptyValidator", "Details.Installation.Street NotEmptyValidator", "Details.Installation.PostalCode NotEmptyValidator", "Details.Installation.City NotEmptyValidator", "Details.OtherEnd.Street NotEmptyValidator", "Details.OtherEnd.PostalCode NotEmptyValidator", "Details.OtherEnd.City NotEmptyValidator", "Details.DownMbit NotNullValidator", "Details.UpMbit NotNullValidator", "Details.StartsOn DayNeeded"]);
        (await ProblemsAsync(_scene.Fixed, empty)).ShouldBe(["Details.UserName NotEmptyValidator", "Details.NumberWay EnumValidator", "Details.Installation.Street NotEmptyValidator", "Details.Installation.PostalCode NotEmptyValidator", "Details.Installation.City NotEmptyValidator", "Details.StartsOn DayNeeded"]);
        (await ProblemsAsync(_scene.Mobile, _scene.ESim with { DataPackage = Guid.NewGuid(), PriceList = _scene.Extra.Id, AddOns = [Guid.NewGuid()], ExtraPriceLists = [_scene.Base.Id] })).ShouldBe(
            ["Details.DataPackage PlanUnknown", "Details.PriceList PlanUnknown", "Details.ExtraPriceLists PlanUnknown", "Details.AddOns PlanUnknown"]);
        _scene.Placed.ShouldBeEmpty();
    }

    [Fact]
    [Covers("ORD-2", "all that is wrong is told at once")]
    public async Task What_has_the_wrong_shape_is_told_along_with_what_is_missing_and_one_thing_a_field()
    {
        (await ProblemsAsync(_scene.Mobile, new() { CostCentre = new string('x', 51), NumberWay = NumberWay.Ported, PortedNumber = "abc", SimWay = SimDeliveryWay.Post, Address = new("Åke", "", "1", "Stad"), Barrings = null!, Handsets = null!, AddOns = null! })).ShouldBe(
            ["Details.CostCentre MaximumLengthValidator", "Details.PortedNumber PortNotMobile", "Details.LosingOperator NotEmptyValidator", "Details.Address.Street NotEmptyValidator", "Details.Address.PostalCode PostalCodeWrong",
            "Details.AddOns PlanUnknown", "Details.Barrings EnumValidator", "Details.Handsets EnumValidator", "Details.UserName NotEmptyValidator", "Details.PriceList EnumValidator", "Details.StartsOn DayNeeded"]);
        (await ProblemsAsync(_scene.Mobile, _scene.ESim with { UserName = null, Email = null })).ShouldBe(["Details.Email NotEmptyValidator", "Details.UserName NotEmptyValidator"]);
        (await ProblemsAsync(_scene.Mobile, _scene.ESim with { UserName = null, SimWay = SimDeliveryWay.Post })).ShouldBe(["Details.Address NotNullValidator", "Details.UserName NotEmptyValidator"]);
        (await ProblemsAsync(_scene.Mobile, _scene.ESim with { UserName = null, SimWay = SimDeliveryWay.OwnCard, Icc = "8946010000000000013" })).ShouldBe(["Details.Icc IccChecksum", "Details.UserName NotEmptyValidator"]);
        (await ProblemsAsync(_scene.Capacity, NewServiceScene.ALine with { OtherEnd = new(null, "411 14", null), DownMbit = 0 })).ShouldBe(
            ["Details.OtherEnd.Street NotEmptyValidator", "Details.OtherEnd.City NotEmptyValidator", "Details.DownMbit MbitWrong", "Details.UpMbit NotNullValidator"]);
        (await ProblemsAsync(_scene.Fixed, NewServiceScene.ALine with { NumberWay = NumberWay.Ported, PortedNumber = "abc", LosingOperator = "Annan", StartsOn = null })).ShouldBe(["Details.PortedNumber PortNotFixed", "Details.StartsOn DayNeeded"]);
        _scene.Placed.ShouldBeEmpty();
    }

    [Fact]
    public void It_needs_an_account_a_product_and_details()
    {
        var validator = new PlaceOrder.Validator();
        validator.Problems(new("1001", Guid.NewGuid(), _scene.ESim, Guid.NewGuid())).ShouldBeEmpty();
        validator.Problems(new(" ", null, null!, Guid.NewGuid())).ShouldBe(["Account NotEmptyValidator", "Product NotNullValidator", "Details NotNullValidator"]);
        validator.Problems(new(new string('1', 201), Guid.NewGuid(), _scene.ESim, Guid.NewGuid())).ShouldBe(["Account MaximumLengthValidator"]);
    }

    private OrderDetails Ported(string number) => _scene.ESim with { NumberWay = NumberWay.Ported, PortedNumber = number, LosingOperator = "Operatören AB" };

    private Task<IReadOnlyList<string>> ProblemsAsync(OrderableProduct product, OrderDetails details) => NewServiceScene.ProblemsAsync(() => SendAsync(product, details));

    private Task<PlacedOrder> SendAsync(OrderableProduct product, OrderDetails details, string account = " 1001 ") =>
        new PlaceOrder.Handler(_scene.Accounts, _scene.Desk, _scene.User, _scene.Audit).Handle(new(account, product.Id, details, Guid.NewGuid()), default);
}
