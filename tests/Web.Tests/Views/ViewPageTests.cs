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
        using var saved = await browser.SendFormAsync("/views/services", $"/views/services/new{View}&page=4", ("Input.Name", "Dyrast"), ("Input.Choices", "start"));
        (saved.StatusCode, saved.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Found, $"/services{View}"));

        using var opened = await browser.GetAsync("/services", TestContext.Current.CancellationToken);
        (opened.StatusCode, opened.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Found, $"/services{View}"));
        var page = await ReadAsync(browser, "/services?page=1");
        page.QuerySelectorAll("#list-views a").Select(link => link.GetAttribute("href")).ShouldBe(["/services?page=1", $"/services{View}", "/views/services/new", "/views/services"]);
        (await ReadAsync(browser, $"/services{View}")).QuerySelector("button[popovertarget=list-views]")!.TextContent.Trim().ShouldBe("Dyrast");
        // Where an order is turned back to the list's own, the address must not be the bare one.
        (await ReadAsync(browser, "/services?sort=-name")).QuerySelector("#sort-name")!.GetAttribute("href").ShouldBe("/services?sort=name");
        (await ReadAsync(browser, "/services?f.status=active&page=1")).QuerySelectorAll(".pages a[href='/services']").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_view_without_a_name_is_not_kept_and_nothing_is_lost()
    {
        using var browser = await BrowserAsync();
        using var sent = await browser.SendFormAsync("/views/services", $"/views/services/new{View}", ("Input.Name", " "), ("Input.Choices", "shared"));
        sent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = new HtmlParser().ParseDocument(await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        page.QuerySelector("#Input_Name")!.GetAttribute("aria-invalid").ShouldBe("true");
        page.QuerySelector("input[name='Input.Choices'][value=shared]")!.HasAttribute("checked").ShouldBeTrue();
        page.QuerySelector("form.form")!.GetAttribute("action").ShouldBe($"/views/services/new{View}");
    }

    [Fact]
    public async Task A_name_that_is_used_is_told_beside_the_field_and_its_view_is_replaced_only_where_that_is_wanted()
    {
        using var browser = await BrowserAsync();
        (await browser.SendFormAsync("/views/services", $"/views/services/new{View}", ("Input.Name", "Dyrast"))).Dispose();
        (await ReadAsync(browser, $"/views/services/new{View}")).QuerySelector("[name='Input.Replaces']").ShouldBeNull();
        using var used = await browser.SendFormAsync("/views/services", "/views/services/new?sort=price", ("Input.Name", "DYRAST"), ("Input.Choices", "shared"));
        used.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var form = new HtmlParser().ParseDocument(await used.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        form.QuerySelector("#Input_Name-error")!.TextContent.ShouldContain("ersätt den vyn");
        form.QuerySelector("[name='Input.Replaces'][type=checkbox]").ShouldNotBeNull();
        (await ReadAsync(browser, "/views/services")).QuerySelector(".own-text a")!.GetAttribute("href").ShouldBe($"/services{View}", "nothing is replaced unasked");

        using var other = await browser.SendFormAsync("/views/services", "/views/services/new?sort=price", ("Input.Name", "DYRAST"), ("Input.Replaces", "true"), ("Input.Used", "Billigast"));
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "it was asked about another name");
        using var sent = await browser.SendFormAsync("/views/services", "/views/services/new?sort=price", ("Input.Name", "DYRAST"), ("Input.Replaces", "true"), ("Input.Used", "Dyrast"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Found);
        var link = (await ReadAsync(browser, "/views/services")).QuerySelectorAll(".own-text a").ShouldHaveSingleItem();
        (link.TextContent, link.GetAttribute("href")).ShouldBe(("DYRAST", "/services?sort=price"));
    }

    [Fact]
    public async Task Where_views_are_kept_none_is_saved()
    {
        using var browser = await BrowserAsync();
        var page = await ReadAsync(browser, "/views/services");
        (page.QuerySelector(".empty h2")!.TextContent, page.QuerySelectorAll("main form").Length).ShouldBe(("Inga vyer är sparade än", 0));
    }

    [Fact]
    public async Task Views_are_removed_and_the_list_comes_as_it_comes_again()
    {
        using var browser = await BrowserAsync();
        (await browser.SendFormAsync("/views/services", $"/views/services/new{View}", ("Input.Name", "Dyrast"), ("Input.Choices", "start"))).Dispose();
        var remove = await LinkAsync(browser, "/remove");
        (await ReadAsync(browser, remove)).QuerySelector("main")!.TextContent.ShouldContain("Vyn Dyrast är bara din");
        (await browser.SendFormAsync("/views/services", "/views/services?handler=Start")).Dispose();
        (await browser.GetAsync("/services", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.SendFormAsync(remove, remove)).Dispose();
        (await ReadAsync(browser, "/services")).QuerySelectorAll("#list-views a").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_view_is_shared_where_it_is_kept_and_its_removal_says_who_loses_it()
    {
        using var browser = await BrowserAsync();
        (await browser.SendFormAsync("/views/services", $"/views/services/new{View}", ("Input.Name", "Dyrast"))).Dispose();
        foreach (var (isShared, said) in new[] { ("true", "Vyn Dyrast är delad."), ("false", "Vyn Dyrast är inte längre delad."), ("true", "Vyn Dyrast är delad.") })
        {
            var form = (await ReadAsync(browser, "/views/services")).QuerySelector("form[action$='handler=Share']")!;
            form.QuerySelector("input[name=isShared]")!.GetAttribute("value").ShouldBe(isShared);
            var id = form.QuerySelector("input[name=id]")!.GetAttribute("value")!;
            using var sent = await browser.SendFormAsync("/views/services", "/views/services?handler=Share", ("id", id), ("isShared", isShared));
            sent.StatusCode.ShouldBe(HttpStatusCode.Found);
            (await ReadAsync(browser, "/views/services")).Body!.TextContent.ShouldContain(said);
        }

        (await ReadAsync(browser, await LinkAsync(browser, "/remove"))).QuerySelector("main .note.is-warn")!.TextContent.ShouldContain("försvinner för alla hos er");
    }

    [Fact]
    public async Task A_view_is_renamed_and_a_name_that_is_taken_is_told_beside_the_field()
    {
        using var browser = await BrowserAsync();
        foreach (var name in new[] { "Dyrast", "Österut" }) (await browser.SendFormAsync("/views/services", $"/views/services/new{View}", ("Input.Name", name))).Dispose();
        var rename = await LinkAsync(browser, "/rename");
        (await ReadAsync(browser, rename)).QuerySelector("#Name")!.GetAttribute("value").ShouldBe("Dyrast");

        using var taken = await browser.SendFormAsync(rename, rename, ("Name", "ÖSTERUT"));
        taken.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var field = new HtmlParser().ParseDocument(await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).QuerySelector("#Name")!;
        (field.GetAttribute("aria-invalid"), field.GetAttribute("value")).ShouldBe(("true", "ÖSTERUT"));

        using var sent = await browser.SendFormAsync(rename, rename, ("Name", "Billigast"));
        (sent.StatusCode, sent.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Found, "/views/services"));
        (await ReadAsync(browser, "/services?page=1")).QuerySelectorAll("#list-views a")[1].TextContent.Trim().ShouldBe("Billigast");
    }

    [Fact]
    public async Task Views_are_renamed_and_shared_by_the_API()
    {
        using var browser = await BrowserAsync();
        (await browser.SendFormAsync("/views/services", $"/views/services/new{View}", ("Input.Name", "Dyrast"))).Dispose();
        var address = $"/api/v1{(await LinkAsync(browser, "/rename"))[..^"/rename".Length]}";
        using var renamed = await PutAsync(browser, $"{address}/name", new { name = "Billigast" });
        using var shared = await PutAsync(browser, $"{address}/shared", new { isShared = true });
        (renamed.StatusCode, shared.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.NoContent));
        using var views = System.Text.Json.JsonDocument.Parse(await browser.GetStringOf("/api/v1/views/services"));
        var view = views.RootElement.EnumerateArray().Single();
        (view.GetProperty("name").GetString(), view.GetProperty("isShared").GetBoolean()).ShouldBe(("Billigast", true));
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient browser, string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", await browser.TokenOfAsync("/views/services"));
        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> LinkAsync(HttpClient browser, string end) =>
        (await ReadAsync(browser, "/views/services")).QuerySelector($"a[href$='{end}']")!.GetAttribute("href")!;

    private async Task<HttpClient> BrowserAsync()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        await portal.World.SubscriptionAsync(root, "Åke Ek");
        return await portal.BrowserAsync(await portal.World.UserAsync(root));
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpClient browser, string path) => new HtmlParser().ParseDocument(await browser.GetStringAsync(path));
}
