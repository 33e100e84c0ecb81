using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;

namespace Connect.Application.Tests.Subscriptions;

public sealed class FindSimCardTests
{
    [Theory]
    [InlineData("8946010000000000012", null)]
    [InlineData("8946 0100-0000 0000 012", null)]
    [InlineData(null, "NotEmptyValidator")]
    [InlineData(" ", "NotEmptyValidator")]
    [InlineData("894601", "IccLength")]
    [InlineData("8946010000000000013", "IccChecksum")]
    [InlineData("'; DROP TABLE SimCard", "IccDigits")]
    public void What_is_wrong_with_the_number_is_said(string? icc, string? code) =>
        new FindSimCard.Validator().Problems(new FindSimCard(icc)).ShouldBe(code is null ? [] : [$"Icc {code}"]);
}
