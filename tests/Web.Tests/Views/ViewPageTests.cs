using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Views;

[Covers("LIST-7", "columns are chosen and views named on the page")]
public sealed class ViewPageTests(Portal portal) : IClassFixture<Portal>
{
    private const string View = "?sort=-price&columns=name,price";

    [Fact]
    public async Task A_list_shows_the_columns_that_are_chosen()
    {
        using var browser = await BrowserAsync();
        var page = await ReadAsync(browser, "/services?columns=name,price");
        page.QuerySelectorAll(".list-table thead th .list-head > :first-child").Select(head => head.TextContent.Trim()).ShouldBe(["Användare", "Pris/mån"]);
        page.QuerySelectorAll(".list-table tbody td:not(.is-choice)").Length.ShouldBe(2);
        page.QuerySelectorAll("#list-columns input[type=checkbox][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["name", "price"]);
        page.QuerySelector("#list-columns input[value=name]")!.HasAttribute("disabled").ShouldBeTrue("it leads to the service");
    }

    [Fact]
    public async Task A_named_view_is_offered_and_the_list_opens_with_it_where_that_is_wanted()
    {
        using var browser = await BrowserAsync();
        using var saved = await browser.SendFormAsync("/views/services", $"/views/services{View}&page=4", ("Input.Name", "Dyrast"), ("Input.Choices", "start"));
        (saved.StatusCode, saved.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Found, $"/services{View}"));

        using var opened = await browser.GetAsync("/services", TestContext.Current.CancellationToken);
        (opened.StatusCode, opened.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Found, $"/services{View}"));
        var page = await ReadAsync(browser, "/services?page=1");
        page.QuerySelectorAll("#list-views a").Select(link => link.GetAttribute("href")).ShouldBe(["/services?page=1", $"/services{View}", "/views/services", "/views/services#views-title"]);
        (await ReadAsync(browser, $"/services{View}")).QuerySelector("button[popovertarget=list-views]")!.TextContent.Trim().ShouldBe("Dyrast");
        // Where an order is turned back to the list's own, the address must not be the bare one.
        (await ReadAsync(browser, "/services?sort=-name")).QuerySelector("#sort-name")!.GetAttribute("href").ShouldBe("/services?sort=name");
        (await ReadAsync(browser, "/services?f.status=active&page=1")).QuerySelectorAll(".pages a[href='/services']").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_view_without_a_name_is_not_kept_and_nothing_is_lost()
    {
        using var browser = await BrowserAsync();
        using var sent = await browser.SendFormAsync("/views/services", $"/views/services{View}", ("Input.Name", " "), ("Input.Choices", "shared"));
        sent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = new HtmlParser().ParseDocument(await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        page.QuerySelector("#Input_Name")!.GetAttribute("aria-invalid").ShouldBe("true");
        page.QuerySelector("input[name='Input.Choices'][value=shared]")!.HasAttribute("checked").ShouldBeTrue();
        page.QuerySelector("form.form")!.GetAttribute("action").ShouldBe($"/views/services{View}");
    }

    [Fact]
    public async Task Views_are_removed_and_the_list_comes_as_it_comes_again()
    {
        using var browser = await BrowserAsync();
        (await browser.SendFormAsync("/views/services", $"/views/services{View}", ("Input.Name", "Dyrast"), ("Input.Choices", "start"))).Dispose();
        var id = (await ReadAsync(browser, "/views/services")).QuerySelector("form[action$='handler=Remove'] input[name=id]")!.GetAttribute("value")!;
        (await browser.SendFormAsync("/views/services", "/views/services?handler=Start")).Dispose();
        (await browser.GetAsync("/services", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.SendFormAsync("/views/services", "/views/services?handler=Remove", ("id", id))).Dispose();
        (await ReadAsync(browser, "/services")).QuerySelectorAll("#list-views a").Length.ShouldBe(2);
    }

    private async Task<HttpClient> BrowserAsync()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        await portal.World.SubscriptionAsync(root, "Åke Ek");
        return await portal.BrowserAsync(await portal.World.UserAsync(root));
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpClient browser, string path) => new HtmlParser().ParseDocument(await browser.GetStringAsync(path));
}
