using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using FsCheck;
using FsCheck.Fluent;

namespace Connect.Domain.Tests.Subscriptions;

public sealed class IccTests
{
    [Theory]
    [InlineData("8946010000000000012", "8946010000000000012")]
    [InlineData("8946 1300 0000 0000 0120", "89461300000000000120")]
    [InlineData("8946010000000000012F", "8946010000000000012")]
    public void An_ICC_is_read_in_any_spelling(string text, string digits)
    {
        Icc.TryParse(text, out var icc, out var problem).ShouldBeTrue(problem);
        icc.Digits.ShouldBe(digits);
    }

    [Theory]
    [InlineData(null, "IccLength")]
    [InlineData("894601000000000001", "IccLength")]
    [InlineData("894601000000000001234", "IccLength")]
    [InlineData("89460100000000000x2", "IccDigits")]
    [InlineData("1246010000000000012", "IccPrefix")]
    [InlineData("8946010000000000013", "IccChecksum")]
    public void What_is_wrong_is_said(string? text, string expected)
    {
        Icc.TryParse(text, out _, out var problem).ShouldBeFalse();
        problem.ShouldBe(expected);
    }

    [Fact]
    public void A_right_check_digit_is_accepted_and_every_other_refused() => Prop.ForAll(Numbers().ToArbitrary(), number =>
    {
        var right = Luhn.CheckDigit(number);
        return Enumerable.Range('0', 10).Select(digit => (char)digit).All(digit => Icc.TryParse(number + digit, out var icc, out var problem)
            ? digit == right && icc.Digits == number + digit && problem is null
            : digit != right && problem == "IccChecksum");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_digits_that_changed_places_are_found() => Prop.ForAll(Numbers().ToArbitrary(), Gen.Choose(2, 16).ToArbitrary(), (number, place) =>
    {
        var digits = (number + Luhn.CheckDigit(number)).ToCharArray();
        // The one pair that the check digit does not tell apart is 0 and 9.
        if (digits[place] == digits[place + 1] || Math.Abs(digits[place] - digits[place + 1]) == 9) return true;
        (digits[place], digits[place + 1]) = (digits[place + 1], digits[place]);
        return !Icc.TryParse(new string(digits), out _, out _);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Spaces_and_hyphens_make_no_difference() => Prop.ForAll(Numbers().ToArbitrary(), Gen.Elements("", " ", "-", "\t", "\u00a0").ToArbitrary(), (number, sign) =>
        Icc.TryParse(string.Join(sign, number.Append(Luhn.CheckDigit(number))), out var icc, out _) && icc.Digits == number + Luhn.CheckDigit(number)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_an_ICC_or_has_a_problem() => Prop.ForAll<string>(text => Icc.TryParse(text, out _, out var problem) == (problem is null)).QuickCheckThrowOnFailure();

    // 18 or 19 digits that begin as a SIM card's number does; the check digit is missing.
    private static Gen<string> Numbers() =>
        Gen.Choose(16, 17).SelectMany(length => Gen.ArrayOf(Gen.Elements("0123456789".ToCharArray()), length)).Select(digits => "89" + new string(digits));
}
