using Connect.Domain.Common;

namespace Connect.Domain.Tests.Common;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("0.0049", 0)]
    [InlineData("0.005", 1)]
    [InlineData("-0.005", -1)]
    [InlineData("1234.4949", 123449)]
    public void An_invoice_rounds_to_whole_ore_half_away_from_zero(string kronor, long ore) =>
        Money.FromKronor(decimal.Parse(kronor, System.Globalization.CultureInfo.InvariantCulture)).RoundedToOre().Kronor.ShouldBe(ore / 100m);

    [Fact]
    public void Fractions_of_an_ore_add_up_before_rounding()
    {
        var call = Money.FromKronor(0.0033m);
        (call + call + call).TenThousandths.ShouldBe(99);
    }

    [Theory]
    [InlineData("0.00004", 0)]
    [InlineData("0.00005", 1)]
    [InlineData("-0.00005", -1)]
    [InlineData("1234.5678", 12_345_678)]
    public void Kronor_are_kept_to_a_ten_thousandth(string kronor, long tenThousandths) =>
        Money.FromKronor(decimal.Parse(kronor, System.Globalization.CultureInfo.InvariantCulture)).TenThousandths.ShouldBe(tenThousandths);

    [Fact]
    public void What_is_rounded_once_is_not_rounded_again()
    {
        var rounded = Money.FromKronor(0.0149m).RoundedToOre();
        rounded.ShouldBe(Money.FromKronor(0.01m));
        rounded.RoundedToOre().ShouldBe(rounded);
    }

    [Fact]
    public void Amounts_are_compared_added_and_taken_away()
    {
        var (one, two) = (Money.FromKronor(1), Money.FromKronor(2));
        new[] { one < two, two > one, one <= two, two >= one }.ShouldAllBe(holds => holds);
        new[] { two < one, one > two, two <= one, one >= two }.ShouldAllBe(holds => !holds);
        (two - one).ShouldBe(one);
        (Money.Zero + one).ShouldBe(one);
        new[] { two, one }.Order().ShouldBe([one, two]);
    }

    [Theory]
    [InlineData("100.0198", "25.00")]
    [InlineData("100.0200", "25.01")]
    [InlineData("-100.0198", "-25.00")]
    public void VAT_is_rounded_once_and_alike_everywhere(string net, string vat)
    {
        var (amount, expected) = (Money.FromKronor(decimal.Parse(net, System.Globalization.CultureInfo.InvariantCulture)), Money.FromKronor(decimal.Parse(vat, System.Globalization.CultureInfo.InvariantCulture)));
        Vat.Of(amount).ShouldBe(expected);
        Vat.Of(amount, 2500).ShouldBe(expected);
    }

    [Theory]
    [InlineData("134.81")]
    [InlineData("0.0001")]
    [InlineData("-2")]
    public void In_JSON_it_is_a_number_of_kronor(string json)
    {
        var money = System.Text.Json.JsonSerializer.Deserialize<Money>(json);
        money.ShouldBe(Money.FromKronor(decimal.Parse(json, System.Globalization.CultureInfo.InvariantCulture)));
        System.Text.Json.JsonSerializer.Serialize(money).ShouldBe(json);
    }

    [Theory]
    [InlineData("1e20")]
    [InlineData("\"1\"")]
    [InlineData("{}")]
    public void What_is_no_amount_is_not_read(string json) => Should.Throw<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<Money>(json));
}
