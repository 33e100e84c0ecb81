using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Domain.Tests;

public sealed class LuhnTests
{
    [Theory]
    [InlineData("8946010000000000012", true)]
    [InlineData("89461300000000000120", true)]
    [InlineData("490154203237518", true)]
    [InlineData("490154203237519", false)]
    public void The_last_digit_is_checked(string digits, bool valid) => Luhn.IsValid(digits).ShouldBe(valid);

    [Theory]
    [InlineData("070-123 45 67", "+46701234567", "070-123 45 67")]
    [InlineData("+46 (0)70 123 45 67", "+46701234567", "070-123 45 67")]
    [InlineData("0046701234567", "+46701234567", "070-123 45 67")]
    [InlineData("08-123 456", "+468123456", "08-12 34 56")]
    [InlineData("+4520123456", "+4520123456", "+4520123456")]
    public void A_number_is_read_in_any_spelling(string text, string e164, string shown)
    {
        PhoneNumber.TryParse(text, out var number).ShouldBeTrue();
        number.E164.ShouldBe(e164);
        number.Display.ShouldBe(shown);
    }
}
