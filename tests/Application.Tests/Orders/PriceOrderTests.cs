using Connect.Application.Orders;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.TestKit;

namespace Connect.Application.Tests.Orders;

[Covers("ORD-2", "summary with one-time and monthly price")]
public sealed class PriceOrderTests
{
    private readonly NewServiceScene _scene = new();

    [Fact]
    public async Task The_price_is_that_of_the_product_and_all_that_is_chosen_without_and_with_VAT()
    {
        var quote = await SendAsync(_scene.ESim with { ExtraPriceLists = [_scene.Extra.Id], AddOns = [_scene.Twin.Id] });
        quote.Lines.Select(line => (line.Name, line.MonthlyPrice.Kronor, line.OneTimePrice.Kronor)).ShouldBe([("Mobile", 249, 195), ("10 GB", 99, 0), ("Fri", 0, 0), ("Norden", 29, 0), ("Tvillingkort", 49, 0)]);
        (quote.Monthly.Net.Kronor, quote.Monthly.Vat.Kronor, quote.Monthly.Total.Kronor).ShouldBe((426m, 106.5m, 532.5m));
        (quote.OneTime.Net.Kronor, quote.OneTime.Total.Kronor).ShouldBe((195m, 243.75m));
        quote.CommittedUntil.ShouldBe(new DateOnly(2028, 3, 9));
        _scene.Placed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_card_by_post_is_waited_for()
    {
        var post = _scene.ESim with { SimWay = SimDeliveryWay.Post, Address = new("Åke", "Storgatan 1", "11122", "Stockholm") };
        (await SendAsync(post)).ExpectedOn.ShouldBe(new DateOnly(2026, 3, 13));
        (await SendAsync(post with { StartsOn = new DateOnly(2026, 4, 1) })).ExpectedOn.ShouldBe(new DateOnly(2026, 4, 1));
    }

    [Fact]
    public async Task An_account_outside_the_reach_is_not_there() =>
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_scene.ESim, "9999"))).Code.ShouldBe("AccountUnknown");

    [Fact]
    public void It_needs_an_account_a_product_and_details()
    {
        var validator = new PriceOrder.Validator();
        validator.Problems(new("1001", Guid.NewGuid(), _scene.ESim)).ShouldBeEmpty();
        validator.Problems(new("", null, _scene.ESim)).ShouldBe(["Account NotEmptyValidator", "Product NotNullValidator"]);
        validator.Problems(new(new string('1', 201), Guid.NewGuid(), null!)).ShouldBe(["Account MaximumLengthValidator", "Details NotNullValidator"]);
    }

    private Task<OrderQuote> SendAsync(OrderDetails details, string account = "1001") =>
        new PriceOrder.Handler(_scene.Accounts, _scene.Products, _scene.Reader, _scene.User).Handle(new(account, _scene.Mobile.Id, details), default);
}
