using System.Text.Encodings.Web;
using System.Text.Unicode;
using Connect.Application.Common.Lists;
using Connect.Application.Subscriptions;
using Connect.TestKit;
using Connect.Web.Components.List;

namespace Connect.Web.Tests.Shell;

[Covers("LIST-4", "the numbers in the foot")]
public sealed class ListViewTests
{
    /// <summary>0 is a gap.</summary>
    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(1, 9, "1 2 3 0 9")]
    [InlineData(5, 9, "1 0 3 4 5 6 7 0 9")]
    [InlineData(4, 9, "1 2 3 4 5 6 0 9")]
    [InlineData(9, 9, "1 0 7 8 9")]
    public void The_first_the_last_and_those_around_this_page_are_offered(int page, int pages, string numbers) =>
        string.Join(' ', View(page, pages).PageNumbers()).ShouldBe(numbers);

    [Fact]
    [Covers("LIST-1", "a second click turns it")]
    public void A_column_head_sorts_and_sorts_back_from_the_first_page()
    {
        var name = ListSubscriptions.Columns.Find("name")!;
        View(3, 9).SortLink(name).ShouldBe("/services?sort=-name");
        View(3, 9).SortLink(ListSubscriptions.Columns.Find("price")!).ShouldBe("/services?sort=price");
    }

    [Theory]
    [InlineData("Mobil växelanvändare", false, "Mobil växelanvändare")]
    [InlineData("Kontoadministratör", false, "Kontoadministratör")]
    [InlineData("karl.konto@nordvik.example", true, "karl.konto@<wbr>nordvik.example")]
    [InlineData("<b>@abcdefghijklmnopqrstuvw", true, "&lt;b&gt;@<wbr>abcdefghijklmnopqrstuvw")]
    public void Only_what_is_no_usual_word_may_be_broken(string text, bool broken, string written)
    {
        var cell = new ListCell(text);
        ListCell.Class(ListSubscriptions.Columns.Find("account")!, cell).Split(' ').Contains("has-long-word").ShouldBe(broken);
        cell.Written(HtmlEncoder.Create(UnicodeRanges.All)).ToString().ShouldBe(written);
    }

    private static ListView View(int page, int pages) => new()
    {
        Columns = ListSubscriptions.Columns, Request = ListRequest.Parse([new("page", $"{page}")], ListSubscriptions.Columns), Path = "/services", Title = "", Rows = [],
        Total = pages * 20, Page = page, PageCount = pages, First = 0, Last = 0, Empty = ("", ""),
    };
}
