using Connect.Domain.Subscriptions;

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
}
