using Connect.Domain.Subscriptions;

namespace Connect.Domain.Tests.Subscriptions;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("070-123 45 67", "+46701234567", "070-123 45 67")]
    [InlineData("+46 (0)70 123 45 67", "+46701234567", "070-123 45 67")]
    [InlineData("0046701234567", "+46701234567", "070-123 45 67")]
    [InlineData("46701234567", "+46701234567", "070-123 45 67")]
    [InlineData("08-123 456", "+468123456", "08-12 34 56")]
    [InlineData("+4520123456", "+4520123456", "+4520123456")]
    public void A_number_is_read_in_any_spelling_and_shown_the_Swedish_way(string text, string e164, string shown)
    {
        PhoneNumber.TryParse(text, out var number).ShouldBeTrue();
        number.E164.ShouldBe(e164);
        number.Display.ShouldBe(shown);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("112")]
    [InlineData("1740605")]
    [InlineData("070-12x 45 67")]
    [InlineData("+0701234567")]
    [InlineData("+4601234567890123")]
    public void What_is_no_number_is_refused(string? text) => PhoneNumber.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_masked_number_hides_its_last_four_digits() => PhoneNumber.Masked("+46701234567").ShouldBe("+4670123****");
}
