using Connect.Application.Search;
using Connect.TestKit;

namespace Connect.Application.Tests.Search;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("070-174 06 05")]
    [InlineData("070-174\u00a006\u00a005")]
    [InlineData("+46701740605")]
    [InlineData("+46 70 174 06 05")]
    [InlineData("0046701740605")]
    [InlineData("46701740605")]
    [InlineData("+46 (0)70 174 06 05")]
    [Covers("NAV-3", "a phone number in any spelling")]
    public void A_number_is_looked_for_without_its_country_whatever_its_spelling(string typed) =>
        SearchText.Read(typed)!.Numbers.ShouldContain("701740605");

    [Theory]
    [InlineData("1740605", "1740605")]
    [InlineData("06 05", "0605")]
    [InlineData("+4791", "4791")]
    public void A_part_of_a_number_is_looked_for_as_it_stands(string typed, string number) => SearchText.Read(typed)!.Numbers.ShouldContain(number);

    [Theory]
    [InlineData("Storgatan 70")]
    [InlineData("åke")]
    public void Text_with_letters_is_no_number(string typed) => SearchText.Read(typed)!.Numbers.ShouldBeEmpty();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\0 ")]
    [InlineData("\uFFFE")]
    public void Nothing_is_nothing_to_look_for(string? typed) => SearchText.Read(typed).ShouldBeNull();

    [Fact]
    public void What_is_too_long_is_cut_between_two_signs() => SearchText.Read(new string('å', 99) + "😀😀")!.Text.ShouldBe(new string('å', 99));
}
