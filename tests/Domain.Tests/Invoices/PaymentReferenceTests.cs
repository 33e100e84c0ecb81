using Connect.Domain.Invoices;
using Connect.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace Connect.Domain.Tests.Invoices;

public sealed class PaymentReferenceTests
{
    [Theory]
    [Covers("INV-2", "the OCR reference with its check digit")]
    [InlineData("1234", true, "123463")]
    [InlineData("100245", true, "10024586")]
    [InlineData("12345678", true, "1234567806")]
    [InlineData("1234", false, "12344")]
    public void A_reference_is_made_of_a_number(string number, bool withLength, string expected) =>
        PaymentReference.Of(number, withLength).Digits.ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("12a")]
    [InlineData("1234567890123456789012345")]
    public void What_is_no_number_or_too_long_makes_none(string number) => Should.Throw<ArgumentException>(() => PaymentReference.Of(number, false));

    [Theory]
    [InlineData(null, false, "NotOcr")]
    [InlineData("1", false, "NotOcr")]
    [InlineData("18", true, "NotOcr")]
    [InlineData("12345678901234567890123456", false, "NotOcr")]
    [InlineData("F-12344", false, "NotOcr")]
    [InlineData("12345", false, "OcrChecksum")]
    [InlineData("12344", true, "OcrLength")]
    [InlineData("123463", true, null)]
    [InlineData("123463", false, null)]
    [InlineData("1002 4586", true, null)]
    public void What_is_wrong_is_said(string? text, bool hasLength, string? expected)
    {
        PaymentReference.TryParse(text, hasLength, out _, out var problem).ShouldBe(expected is null);
        problem.ShouldBe(expected);
    }

    [Fact]
    public void What_was_made_is_read_and_one_wrong_digit_is_not() => Prop.ForAll(Numbers().ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (number, withLength) =>
    {
        var made = PaymentReference.Of(number, withLength).Digits;
        var read = PaymentReference.TryParse(made, withLength, out var reference, out _) && reference.Digits == made && made.StartsWith(number, StringComparison.Ordinal);
        return read && Enumerable.Range(0, made.Length).All(at => !PaymentReference.TryParse(Changed(made, at), withLength, out _, out _));
    }).QuickCheckThrowOnFailure();

    private static string Changed(string digits, int at) => digits[..at] + (char)('0' + (digits[at] - '0' + 1) % 10) + digits[(at + 1)..];

    private static Gen<string> Numbers() => Gen.Choose(1, 23).SelectMany(length => Gen.Choose('0', '9').ArrayOf(length)).Select(digits => string.Concat(digits.Select(digit => (char)digit)));
}
