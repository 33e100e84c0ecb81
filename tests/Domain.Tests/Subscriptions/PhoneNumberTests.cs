using Connect.Domain.Subscriptions;
using FsCheck;
using FsCheck.Fluent;

namespace Connect.Domain.Tests.Subscriptions;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("070-123 45 67", "+46701234567", "070-123 45 67")]
    [InlineData("+46 (0)70 123 45 67", "+46701234567", "070-123 45 67")]
    [InlineData("0046701234567", "+46701234567", "070-123 45 67")]
    [InlineData("46701234567", "+46701234567", "070-123 45 67")]
    [InlineData("08-123 456", "+468123456", "08-12 34 56")]
    [InlineData("08-12345678", "+46812345678", "08-123 456 78")]
    [InlineData("01099000465", "+461099000465", "010-990 004 65")]
    [InlineData("010-1234567", "+46101234567", "010-123 45 67")]
    [InlineData("031-123456", "+4631123456", "031-12 34 56")]
    [InlineData("0413-12345", "+4641312345", "0413-123 45")]
    [InlineData("090-123456", "+4690123456", "090-12 34 56")]
    [InlineData("0900-123456", "+46900123456", "0900-12 34 56")]
    [InlineData("0939-123456", "+46939123456", "0939-12 34 56")]
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

    [Theory]
    [InlineData("+1234567", true)]
    [InlineData("+123456", false)]
    [InlineData("+123456789012345", true)]
    [InlineData("+1234567890123456", false)]
    [InlineData("0701234567", true)]
    [InlineData("01234", false)]
    [InlineData("+46 0701234567", false)]
    [InlineData("070-١٢٣ ٤٥ ٦٧", false)]
    public void A_number_has_seven_to_fifteen_digits_and_no_second_trunk_zero(string text, bool valid) => PhoneNumber.TryParse(text, out _).ShouldBe(valid);

    [Theory]
    [InlineData("+46701740605", true)]
    [InlineData("+46721740605", true)]
    [InlineData("+46731740605", true)]
    [InlineData("+46761740605", true)]
    [InlineData("+46791740605", true)]
    [InlineData("+46711740605", false)]
    [InlineData("+46812345678", false)]
    [InlineData("+4670174060", false)]
    [InlineData("+4570174060", false)]
    public void Swedish_mobile_numbers_are_known_by_their_first_digits(string text, bool mobile)
    {
        PhoneNumber.TryParse(text, out var number).ShouldBeTrue();
        number.IsSwedishMobile.ShouldBe(mobile);
    }

    /// <summary>National, with country code, with 00, and with any of the signs that people put between the digits.</summary>
    [Fact]
    public void Every_spelling_of_a_Swedish_number_is_the_same_number()
    {
        var national = Gen.Choose(5, 11).SelectMany(more => Gen.ArrayOf(Gen.Elements("0123456789".ToCharArray()), more)
            .SelectMany(rest => Gen.Elements("123456789".ToCharArray()).Select(first => first + new string(rest))));
        var spelling = national.SelectMany(digits => Gen.Elements("0", "+46", "0046", "46", "+46(0)", "+46 (0)").SelectMany(start => Spaced(digits).Select(spaced => (digits, text: start + spaced))));
        Prop.ForAll(spelling.ToArbitrary(), number => PhoneNumber.TryParse(number.text, out var read) && read.E164 == "+46" + number.digits).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_shown_is_read_as_the_same_number()
    {
        var any = Gen.Choose(7, 15).SelectMany(length => Gen.ArrayOf(Gen.Elements("0123456789".ToCharArray()), length).Select(digits => "+" + new string(digits)))
            .Where(text => PhoneNumber.TryParse(text, out _));
        var swedish = any.Select(text => "+46" + text[1..^2]).Where(text => PhoneNumber.TryParse(text, out _));
        Prop.ForAll(Gen.OneOf(any, swedish).ToArbitrary(), text => PhoneNumber.TryParse(text, out var number) && number.E164 == text
            && PhoneNumber.TryParse(number.Display, out var again) && again == number).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_is_a_number_in_E164_or_none() => Prop.ForAll<string>(text =>
        !PhoneNumber.TryParse(text, out var number) || (number.E164 is ['+', not '0', ..] && number.E164.Length is >= 8 and <= 16 && number.E164.Skip(1).All(char.IsAsciiDigit)))
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("12345", "1****")]
    [InlineData("1234", "****")]
    [InlineData("112", "****")]
    [InlineData("", "****")]
    public void A_short_number_is_hidden_whole(string number, string masked) => PhoneNumber.Masked(number).ShouldBe(masked);

    [Fact]
    public void A_masked_number_hides_its_last_four_digits() => PhoneNumber.Masked("+46701234567").ShouldBe("+4670123****");

    [Theory]
    [InlineData("+4670123****", "070-123 ** **")]
    [InlineData("+4681234****", "08-123 4** **")]
    [InlineData("+4560****", "+4560****")]
    [InlineData("1****", null)]
    [InlineData("Åke****", null)]
    [InlineData("****", null)]
    [InlineData(null, null)]
    public void A_masked_number_is_shown_the_Swedish_way_with_its_last_digits_still_hidden(string? masked, string? shown) =>
        PhoneNumber.DisplayMasked(masked).ShouldBe(shown);

    // Any of the signs between any two digits.
    private static Gen<string> Spaced(string digits) =>
        Gen.ArrayOf(Gen.Elements("", "", " ", "-", "\u00a0", "–", "/", "."), digits.Length).Select(signs => string.Concat(digits.Zip(signs, (digit, sign) => digit + sign)));
}
