using Connect.Application.Common.Texts;

namespace Connect.Application.Tests.Common;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("Åke Ström 😀", true)]
    [InlineData("", true)]
    [InlineData("två\nrader", false)]
    [InlineData("\0", false)]
    [InlineData("\uD800", false)]
    [InlineData("\uFFFE", false)]
    [InlineData("\uFFFF", false)]
    [InlineData("\uFFFD", false)]
    public void Only_signs_of_a_text_are_a_line_and_kept(string typed, bool isLine)
    {
        TypedText.IsLine(typed).ShouldBe(isLine);
        TypedText.IsLine(TypedText.Signs("a" + typed + "b")).ShouldBeTrue();
        if (isLine) TypedText.Signs(typed).ShouldBe(typed);
    }

    [Fact]
    public void What_is_too_long_is_cut_between_two_signs() => TypedText.Signs("a😀😀", 2).ShouldBe("a😀");
}
