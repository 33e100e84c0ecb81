using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Application.Tests.Identity;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-6", "in all three ways, and what is wrong with the input")]
public sealed class ReplaceSimCardTests
{
    private const string Icc = "8946010000000000012", OldIcc = "8946010000000000020";
    private static readonly DeliveryAddress Address = new("Åke Ek", "Storgatan 1", "111 22", "Stockholm");
    private readonly ISubscriptionRepository _subscriptions = Substitute.For<ISubscriptionRepository>();
    private readonly ISimStock _stock = Substitute.For<ISimStock>();
    private readonly IOrderRepository _orders = Substitute.For<IOrderRepository>();
    private readonly IWorkQueue _work = Substitute.For<IWorkQueue>();
    private readonly Scene.Audit _audit = new();
    private readonly CurrentUser _user = Scene.Caller();
    private readonly NumberGuardScene _numbers = new();
    private readonly Subscription _service = new(Scene.Service().Data with { PhoneNumber = NumberGuardScene.Number });
    private readonly List<Order> _placed = [];
    private readonly List<NewWork> _toSend = [];

    public ReplaceSimCardTests()
    {
        _subscriptions.FindAsync(Scene.Reach, _service.Id, Arg.Any<CancellationToken>()).Returns(_service);
        _stock.FindActiveAsync(Scene.Reach.OrganisationId, _service.Id, Arg.Any<CancellationToken>()).Returns(Scene.Card(OldIcc, SimCardState.Active, _service.Id));
        _orders.SaveAsync(Arg.Do<Order>(_placed.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        _work.EnqueueAsync(Arg.Do<NewWork>(_toSend.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
    }

    [Fact]
    public async Task A_card_by_post_is_ordered_at_once_and_expected_after_three_workdays()
    {
        var answer = await SendAsync(ByPost() with { Email = "left@example.com", Icc = "left from another way" });

        var order = _placed.ShouldHaveSingleItem();
        (answer.Id, answer.Number).ShouldBe((order.Id, order.Number));
        order.Data.ExpectedOn.ShouldBe(new DateOnly(2026, 3, 13));
        Detail(order).ShouldBe(new SimReplacementDetail(SimDeliveryWay.Post, Address, null, null, "en"));
        _toSend.ShouldHaveSingleItem().ShouldBe(new NewWork(SendOrder.KindName, order.Id));
        (order.Data.OrderedById, order.Data.OrderedBy).ShouldBe((_user.Identity!.Id, "Anna Åkesson"));
    }

    [Fact]
    public async Task An_eSIM_goes_to_the_mail_address_without_what_was_typed_for_other_ways()
    {
        await SendAsync(ByPost() with { Way = SimDeliveryWay.ESim, Email = " anna@example.com ", Icc = Icc });
        Detail(_placed[0]).ShouldBe(new SimReplacementDetail(SimDeliveryWay.ESim, null, "anna@example.com", null, "en"));
        _placed[0].Data.ExpectedOn.ShouldBe(Scene.Today);
    }

    [Fact]
    public async Task The_customers_own_card_is_reserved_and_saved()
    {
        var card = Scene.Card(Icc);
        Holds(card);
        await SendAsync(OwnCard("8946 0100 0000 0000 012"));
        Detail(_placed[0]).ShouldBe(new SimReplacementDetail(SimDeliveryWay.OwnCard, null, null, Icc, "en"));
        card.Data.State.ShouldBe(SimCardState.Reserved);
        await _stock.Received(1).SaveAsync(card, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task It_stands_in_the_services_history_and_in_the_audit_log()
    {
        await SendAsync(ByPost());
        _service.NewEvents.ShouldHaveSingleItem().Kind.ShouldBe(SubscriptionEventKinds.SimReplacementOrdered);
        await _subscriptions.Received(1).SaveAsync(_service, Arg.Any<CancellationToken>());
        _audit.About.ShouldBe(("Subscription", _service.Id));
        _audit.Before.ShouldNotBeNull().ShouldContain(OldIcc);
        _audit.After.ShouldNotBeNull().ShouldContain("1001");
    }

    [Fact]
    [Covers("AUTH-6", "a number whose SIM card is replaced")]
    public async Task Log_in_codes_are_kept_from_the_number_and_their_receiver_is_told()
    {
        await SendAsync(ByPost());
        _numbers.ShouldHold(told: true);
    }

    [Fact]
    public async Task A_service_outside_the_reach_is_not_there()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(ByPost() with { SubscriptionId = Guid.CreateVersion7() }));
        _placed.ShouldBeEmpty();
    }

    [Fact]
    public async Task There_is_one_replacement_at_a_time()
    {
        _orders.HasOpenAsync(Scene.Reach, _service.Id, OrderType.SimReplacement, Arg.Any<CancellationToken>()).Returns(true);
        (await Should.ThrowAsync<ConflictException>(() => SendAsync(ByPost()))).Code.ShouldBe("SimReplacementOpen");
        _placed.ShouldBeEmpty();
    }

    /// <summary>In use, somebody else's, or nobody's: one same answer.</summary>
    [Theory]
    [InlineData("unknown")]
    [InlineData("in use")]
    [InlineData("foreign")]
    public async Task A_card_that_cannot_be_used_answers_alike_for_every_reason(string reason)
    {
        if (reason == "in use") Holds(Scene.Card(Icc, SimCardState.Active, Guid.CreateVersion7()));
        if (reason == "foreign") Holds(Scene.Card(Icc, organisationId: Guid.CreateVersion7()));
        var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync(OwnCard(Icc)));
        (refused.Code, refused.Field, refused.Arguments.Count).ShouldBe(("SimCardNotAvailable", "Icc", 0));
        _placed.ShouldBeEmpty();
    }

    [Fact]
    public void What_belongs_to_the_chosen_way_is_needed_and_nothing_else()
    {
        Problems(ByPost()).ShouldBeEmpty();
        Problems(ByPost() with { Icc = "rubbish", Email = "rubbish" }).ShouldBeEmpty();
        Problems(ByPost() with { Address = null }).ShouldBe(["Address NotNullValidator"]);
        Problems(ByPost() with { Way = SimDeliveryWay.ESim, Email = "anna@example.com" }).ShouldBeEmpty();
        Problems(OwnCard(Icc)).ShouldBeEmpty();
        Problems(ByPost() with { Way = (SimDeliveryWay)9 }).ShouldBe(["Way EnumValidator"]);
    }

    [Fact]
    public void Every_part_of_the_address_is_needed_and_has_its_length()
    {
        Problems(ByPost() with { Address = new("", " ", "", "") }).ShouldBe(
            ["Address.Name NotEmptyValidator", "Address.Street NotEmptyValidator", "Address.PostalCode NotEmptyValidator", "Address.City NotEmptyValidator"]);
        Problems(ByPost() with { Address = new(new('x', 101), new('x', 201), new('1', 21), new('x', 101)) }).ShouldBe(
            ["Address.Name MaximumLengthValidator", "Address.Street MaximumLengthValidator", "Address.PostalCode PostalCodeWrong", "Address.City MaximumLengthValidator"]);
        Problems(ByPost() with { Address = Address with { PostalCode = "ABC" } }).ShouldBe(["Address.PostalCode PostalCodeWrong"]);
    }

    [Theory]
    [InlineData(null, "Email NotEmptyValidator")]
    [InlineData("anna", "Email EmailValidator")]
    [InlineData("a@b", "Email EmailValidator")]
    public void An_eSIM_needs_a_mail_address(string? email, string problem) =>
        Problems(ByPost() with { Way = SimDeliveryWay.ESim, Email = email }).ShouldBe([problem]);

    [Fact]
    public void A_mail_address_has_its_length() =>
        Problems(ByPost() with { Way = SimDeliveryWay.ESim, Email = new string('a', 250) + "@a.se" }).ShouldBe(["Email MaximumLengthValidator"]);

    [Theory]
    [InlineData(null, "Icc NotEmptyValidator")]
    [InlineData("  ", "Icc NotEmptyValidator")]
    [InlineData("894601", "Icc IccLength")]
    [InlineData("8946010000000000013", "Icc IccChecksum")]
    [InlineData("1246010000000000012", "Icc IccPrefix")]
    [InlineData("89460100000000000x2", "Icc IccDigits")]
    public void What_is_wrong_with_the_number_of_a_card_is_said(string? icc, string problem) => Problems(OwnCard(icc)).ShouldBe([problem]);

    private static IEnumerable<string> Problems(ReplaceSimCard command) => new ReplaceSimCard.Validator().Problems(command);

    private static SimReplacementDetail Detail(Order order) => order.Lines.ShouldHaveSingleItem().Detail.ShouldBeOfType<SimReplacementDetail>();

    private ReplaceSimCard ByPost() => new(_service.Id, SimDeliveryWay.Post, Guid.CreateVersion7()) { Address = Address };

    private ReplaceSimCard OwnCard(string? icc) => new(_service.Id, SimDeliveryWay.OwnCard, Guid.CreateVersion7()) { Icc = icc };

    private void Holds(SimCard card) => _stock.FindAsync(Arg.Is<Icc>(icc => icc.Digits == card.Icc), Arg.Any<CancellationToken>()).Returns(card);

    private Task<PlacedOrder> SendAsync(ReplaceSimCard command)
    {
        var numbers = Substitute.For<INumberSeries>();
        numbers.NextAsync("order", Arg.Any<CancellationToken>()).Returns(1001);
        var desk = new OrderDesk(_orders, numbers, _work, _user, Scene.Clock());
        return new ReplaceSimCard.Handler(_subscriptions, new SimDesk(_stock, _numbers.Guard), desk, _user, _audit).Handle(command, default);
    }
}
