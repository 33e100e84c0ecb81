using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Web.Tests.Shell;

/// <summary>The list as it stands on its page, by that of the services.</summary>
public sealed class ListPageTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private const string Notice = "Observera att en eller flera kolumner i tabellen nedan har en aktiv filtrering. Nollställ filtrering.";
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        await portal.World.SubscriptionAsync(root, "Åke Ström", more: [("MonthlyPrice", 2_990_000L), ("EndsOn", new DateOnly(2026, 5, 31))], status: SubscriptionStatus.Terminating);
        await portal.World.SubscriptionAsync(root, "Bo Ek");
        await portal.World.SubscriptionAsync(root, "Cilla Alm", status: SubscriptionStatus.Terminated);
        _browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact, Covers("LIST-1", "a click on a column head sorts by it, arrow up or down; a second click turns it")]
    public async Task The_head_sorts_and_its_arrow_says_which_way()
    {
        var page = await OpenAsync("/services");
        page = await OpenAsync(page.QuerySelector("#sort-price")!.GetAttribute("href")!);
        (Direction(page), Arrow(page), Names(page)).ShouldBe(("ascending", "arrow-up", "Bo Ek, Åke Ström"));
        page = await OpenAsync(page.QuerySelector("#sort-price")!.GetAttribute("href")!);
        (Direction(page), Arrow(page), Names(page)).ShouldBe(("descending", "arrow-down", "Åke Ström, Bo Ek"));
        page.QuerySelectorAll("th[aria-sort]").Length.ShouldBe(1);

        static string? Direction(IDocument page) => page.QuerySelector("#sort-price")!.Closest("th")!.GetAttribute("aria-sort");
        static string Arrow(IDocument page) => page.QuerySelector("#sort-price use")!.GetAttribute("href")!.Split('#')[^1];
    }

    // By the fields of each funnel, as a browser sends them.
    [Theory]
    [InlineData("status", "f.status", "?f.status=&f.status=terminated", "Cilla Alm")]
    [InlineData("name", "fo.name fv.name", "?fo.name=^&fv.name=bo", "Bo Ek")]
    [InlineData("price", "fa.price fb.price", "?fa.price=250&fb.price=300", "Åke Ström")]
    [InlineData("ends", "fa.ends fb.ends", "?fa.ends=2026-05-01&fb.ends=2026-05-31", "Åke Ström")]
    [Covers("LIST-2", "the funnel of a column: text, choice of values, number and date range")]
    public async Task A_funnel_opens_the_filter_that_fits_its_column(string column, string fields, string sent, string names)
    {
        var page = await OpenAsync("/services");
        page.QuerySelectorAll($"th button[popovertarget=filter-{column}]").ShouldHaveSingleItem();
        page.QuerySelectorAll($"#filter-{column} [name^='f'][name$='.{column}']").Select(field => field.GetAttribute("name")).Distinct().ShouldBe(fields.Split(' '));
        Names(await OpenAsync("/services" + sent)).ShouldBe(names);
    }

    [Fact, Covers("LIST-2", "what is no filter is told beside its field, and not lost")]
    public async Task A_filter_that_is_not_understood_is_told_beside_its_field_with_what_was_typed()
    {
        var page = await OpenAsync("/services?fa.price=dyrt&fb.price=300");
        var filter = page.QuerySelector("#filter-price")!;
        filter.QuerySelector("#c-price-error")!.TextContent.ShouldContain("dyrt är inget tal.");
        foreach (var (field, value, invalid) in new[] { ("fa.price", "dyrt", "true"), ("fb.price", "300", null) })
        {
            var input = filter.QuerySelector($"[name='{field}']")!;
            (input.GetAttribute("value"), input.GetAttribute("aria-invalid"), input.GetAttribute("aria-describedby")).ShouldBe((value, invalid, "c-price-error"));
        }

        page.QuerySelectorAll("#list-sheet details[open] .field-error").ShouldHaveSingleItem().Id.ShouldBe("s-price-error");
        page.QuerySelectorAll(".field-error").Length.ShouldBe(2);
        (await OpenAsync("/services?f.status=active,sover")).QuerySelector("#c-status-error")!.TextContent.ShouldContain("sover är inget av alternativen.");
    }

    [Fact, Covers("LIST-3", "names what narrows the list and is not shown")]
    public async Task The_notice_names_the_filtered_columns_that_are_hidden()
    {
        (await OpenAsync("/services?f.price=250..")).QuerySelector(".list-note")!.TextContent.ShouldBe(Notice);
        (await OpenAsync("/services?columns=name,price&f.price=250..")).QuerySelector(".list-note")!.TextContent.ShouldBe($"{Notice} Filter på kolumner som inte visas: Status.");
    }

    [Fact, Covers("LIST-2", "look-up where there are many values")]
    public async Task Many_values_are_looked_up()
    {
        (await OpenAsync("/audit")).QuerySelectorAll("#filter-action input[data-list-lookup]").ShouldHaveSingleItem();
        (await OpenAsync("/services")).QuerySelectorAll("#filter-status input[data-list-lookup]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("accounts")]
    [InlineData("services")]
    [InlineData("orders")]
    [InlineData("invoices")]
    [InlineData("tickets")]
    [InlineData("users")]
    [InlineData("audit")]
    [Covers("LIST-7", "every list exports to Excel")]
    [Covers("USR-3", "to export")]
    public async Task Every_list_goes_to_Excel(string list) =>
        (await OpenAsync($"/{list}")).QuerySelectorAll($".list .card-head a[href='/reports/lists/{list}']").ShouldHaveSingleItem();

    [Theory]
    [InlineData("/services", "Bo Ek, Åke Ström")]
    [InlineData("/services?f.name=~bo", "Bo Ek")]
    [Covers("LIST-3", "the notice above the columns, also of a preset filter; its link clears it")]
    [Covers("LIST-5", "services: only active")]
    public async Task A_filter_is_told_above_the_columns_and_cleared_there(string address, string names)
    {
        var page = await OpenAsync(address);
        Names(page).ShouldBe(names);
        var notice = page.QuerySelector(".list-note")!;
        notice.TextContent.Trim().ShouldBe(Notice);
        notice.CompareDocumentPosition(page.QuerySelector(".list-table")!).HasFlag(DocumentPositions.Following).ShouldBeTrue();
        notice.QuerySelector("a")!.TextContent.ShouldBe("Nollställ filtrering");

        var cleared = await OpenAsync(notice.QuerySelector("a")!.GetAttribute("href")!);
        cleared.QuerySelector(".list-note").ShouldBeNull();
        Names(cleared).ShouldBe("Bo Ek, Cilla Alm, Åke Ström");
    }

    [Fact, Covers("LIST-4", "20 rows a page by default (10, 20, 50, 100); range, total, next and previous in the foot")]
    public async Task The_foot_pages_and_counts()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        for (var i = 10; i < 33; i++) await portal.World.SubscriptionAsync(root, $"Namn {i}");
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));

        var page = await OpenAsync("/services", browser);
        page.QuerySelectorAll("#list-size option").Select(option => option.TextContent).ShouldBe(["10", "20", "50", "100"]);
        page.QuerySelector("#list-size option[selected]")!.TextContent.ShouldBe("20");
        page.QuerySelector(".pager > span")!.TextContent.ShouldBe("Visar 1–20 av 23");
        page.QuerySelector("#page-previous").ShouldBeNull();
        page = await OpenAsync(page.QuerySelector("#page-next")!.GetAttribute("href")!, browser);
        page.QuerySelector(".pager > span")!.TextContent.ShouldBe("Visar 21–23 av 23");
        page.QuerySelector("#page-next").ShouldBeNull();
        (await OpenAsync(page.QuerySelector("#page-previous")!.GetAttribute("href")!, browser)).QuerySelector(".pager > span")!.TextContent.ShouldBe("Visar 1–20 av 23");
    }

    [Fact, Covers("LIST-6", "with JavaScript only the table is replaced, by the same address")]
    public async Task With_script_the_same_address_sends_the_list_alone()
    {
        var whole = await _browser.GetStringAsync("/services?sort=price");
        _browser.DefaultRequestHeaders.Add("HX-Request", "true");
        var list = await _browser.GetStringAsync("/services?sort=price");
        list.ShouldStartWith("<section class=\"card list\"");
        list.ShouldNotContain("<main");
        Names(Parsed(list)).ShouldBe(Names(Parsed(whole)));
    }

    [Fact, Covers("SVC-1", "the status is the leftmost column")]
    public async Task The_services_begin_with_their_status() =>
        (await OpenAsync("/services")).QuerySelectorAll("th:not(.is-choice)")[0].QuerySelector(".list-head > :first-child")!.TextContent.Trim().ShouldBe("Status");

    // What a filter's form sends is led to its address.
    private async Task<IHtmlDocument> OpenAsync(string address, HttpClient? browser = null)
    {
        using var answer = await (browser ?? _browser).GetAsync(address, TestContext.Current.CancellationToken);
        return answer.Headers.Location is { } there ? await OpenAsync(there.OriginalString, browser) : Parsed(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static IHtmlDocument Parsed(string html) => new HtmlParser().ParseDocument(html);

    private static string Names(IDocument page) => string.Join(", ", page.QuerySelectorAll("tbody td a[href^='/services/']").Select(link => link.TextContent.Trim()));
}
