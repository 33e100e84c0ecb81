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
}
