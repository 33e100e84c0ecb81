using Connect.Domain.Common;

namespace Connect.Domain.Tests.Common;

public sealed class LuhnTests
{
    [Theory]
    [InlineData("8946010000000000012", true)]
    [InlineData("89461300000000000120", true)]
    [InlineData("490154203237518", true)]
    [InlineData("490154203237519", false)]
    [InlineData("5560360793", true)]
    [InlineData("5560360794", false)]
    public void The_last_digit_is_checked(string digits, bool valid) => Luhn.IsValid(digits).ShouldBe(valid);

    [Theory]
    [InlineData("1234", '4')]
    [InlineData("123456780", '6')]
    public void The_check_digit_is_computed(string digits, char check) => Luhn.CheckDigit(digits).ShouldBe(check);
}
