using Connect.Domain.Subscriptions;

namespace Connect.Domain.Tests.Subscriptions;

public sealed class ImeiTests
{
    [Theory]
    [InlineData("490154203237518", true)]
    [InlineData("490154203237519", false)]
    [InlineData("49015420323751", false)]
    [InlineData("4901542032375180", false)]
    [InlineData("49015420323751x", false)]
    [InlineData("٤٩٠١٥٤٢٠٣٢٣٧٥١٨", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void It_has_fifteen_digits_of_which_the_last_checks_the_others(string? text, bool valid) => Imei.IsValid(text).ShouldBe(valid);
}
