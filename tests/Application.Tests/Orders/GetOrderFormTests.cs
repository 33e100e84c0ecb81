using Connect.Application.Common.Errors;
using Connect.Application.Orders;
using Connect.Domain.Orders;
using Connect.TestKit;

namespace Connect.Application.Tests.Orders;

[Covers("ORD-2", "details by product")]
public sealed class GetOrderFormTests
{
    private readonly NewServiceScene _scene = new();

    [Fact]
    public async Task A_mobile_has_a_number_a_card_a_plan_and_barrings()
    {
        var form = await SendAsync(_scene.Mobile.Id);
        form.Parts.ShouldBe(new NewServiceParts(Sim: true, Number: true, FixedNumber: false, Plan: true, Calls: true, Barrings: true, Handsets: false, Address: false, OtherEnd: false));
        (form.Choices.Packages.Count, form.Choices.BasePriceLists.Count, form.Choices.ExtraPriceLists.Count, form.Choices.AddOns.Count).ShouldBe((1, 1, 1, 1));
        form.Addresses.Select(known => (known.Key, known.Address)).ShouldBe(
            [("account", new DeliveryAddress("Verkstaden AB", "Storgatan 1", "111 22", "Stockholm")), ("invoice", new DeliveryAddress("Verkstaden AB", "Box 1", "111 23", "Stockholm"))]);
        (form.EarliestStart, form.EarliestPort, form.AccountName).ShouldBe((new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 17), "Verkstad"));
    }

    [Fact]
    public async Task A_router_has_no_price_list_and_a_line_no_plan()
    {
        (await SendAsync(_scene.Router.Id)).Choices.ShouldSatisfyAllConditions(c => c.Packages.ShouldNotBeEmpty(), c => c.BasePriceLists.ShouldBeEmpty(), c => c.ExtraPriceLists.ShouldBeEmpty());
        (await SendAsync(_scene.Line.Id)).Choices.ShouldSatisfyAllConditions(c => c.Packages.ShouldBeEmpty(), c => c.AddOns.ShouldBeEmpty());
        (_scene.Line.AsksSpeed, _scene.Capacity.AsksSpeed, _scene.Mobile.AsksSpeed).ShouldBe((false, true, false));
    }

    [Fact]
    public async Task What_may_not_be_ordered_is_not_there()
    {
        _scene.Forbid(_scene.Mobile);
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(_scene.Mobile.Id));
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));
    }

    [Fact]
    public Task An_account_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => SendAsync(_scene.Line.Id, "9999"));

    private Task<OrderForm> SendAsync(Guid product, string account = "1001") =>
        new GetOrderForm.Handler(_scene.Accounts, _scene.Products, _scene.User).Handle(new(account, product), default);
}
