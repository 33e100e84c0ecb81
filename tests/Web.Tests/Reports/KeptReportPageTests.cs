using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Reports;

public sealed class KeptReportPageTests
{
    private static readonly Stmt Hide = "UPDATE Subscription SET IsHidden = 1 WHERE Id = @id";
    private static readonly Stmt DropRight = "DELETE FROM UserRight WHERE UserId = @id AND RightCode = @code";
    private const string Asked = "Preset=LastMonth&Number=070-174+06+05&Below=true&CalledNumbers=Masked";

    [Fact]
    [Covers("REP-0", "kept, scheduled and run again on pages")]
    public async Task A_previewed_report_is_kept_given_days_run_and_removed()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        var client = await portal.ClientAsync();
        (await ReadAsync(client, $"/reports/traffic?{Asked}")).QuerySelector("form[action='/reports/traffic/keep']")!.QuerySelector("input[name=Preset]")!.GetAttribute("value").ShouldBe("LastMonth");
        var form = await ReadAsync(client, $"/reports/traffic/keep?{Asked}");
        form.QuerySelector("#Name")!.GetAttribute("value").ShouldBe("Trafikspecifikation");

        using var wrong = await client.SendFormAsync("/me/details", $"/reports/traffic/keep?{Asked}", ("Name", "Mina samtal"), ("Every", "Monthly"), ("Day", "31"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = new HtmlParser().ParseDocument(await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        (again.QuerySelector("#Day")!.GetAttribute("value"), again.QuerySelector("#Name")!.GetAttribute("value")).ShouldBe(("31", "Mina samtal"));
        again.QuerySelector("#Day-error").ShouldNotBeNull();

        using var kept = await client.SendFormAsync("/me/details", $"/reports/traffic/keep?{Asked}", ("Name", "Mina samtal"), ("Every", "Monthly"), ("Day", "15"), ("requestId", $"{Guid.CreateVersion7()}"));
        kept.Headers.Location!.OriginalString.ShouldBe("/reports");
        var link = (await ReadAsync(client, "/reports")).QuerySelector(".own-text a")!;
        (link.TextContent, link.Closest("li")!.TextContent.Contains("Den 15 varje månad, nästa gång 2026-03-15", StringComparison.Ordinal)).ShouldBe(("Mina samtal", true));
        var page = link.GetAttribute("href")!;

        (await client.SendFormAsync("/me/details", $"{page}/edit", ("Name", "Mina samtal"), ("Number", "070-174 06 05"), ("Preset", "LastMonth"), ("Every", ""))).Headers.Location!.OriginalString.ShouldBe(page);
        (await ReadAsync(client, "/reports")).QuerySelector(".own-text")!.TextContent.ShouldContain("Kommer inte av sig själv");
        (await client.SendFormAsync("/me/details", $"{page}?handler=Run", ("requestId", $"{Guid.CreateVersion7()}"))).Headers.Location!.OriginalString.ShouldBe("/reports/exports");
        var mine = await ReadAsync(client, "/reports/exports");
        mine.QuerySelector(".export b")!.TextContent.ShouldBe("Mina samtal 2026-02-01 – 2026-02-28.xlsx");
        var beside = mine.QuerySelector("#kept .own-rows li")!;
        (beside.QuerySelector(".own-text a")!.GetAttribute("href"), beside.QuerySelector(".kept-last .pill")!.TextContent).ShouldBe((page, "Väntar"));
        (await ReadAsync(client, $"{page}/remove")).QuerySelector("main")!.TextContent.ShouldContain("”Mina samtal”");
        (await client.SendFormAsync("/me/details", $"{page}/remove")).Headers.Location!.OriginalString.ShouldBe("/reports");
        (await ReadAsync(client, "/reports")).QuerySelectorAll(".own-text").ShouldBeEmpty();
    }

    [Fact]
    public async Task It_stays_as_it_is_while_exports_move_and_tells_of_its_result_when_they_have_ended()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        var client = await portal.ClientAsync();
        await client.SendFormAsync("/me/details", $"{await KeepAsync(client)}?handler=Run", ("requestId", $"{Guid.CreateVersion7()}"));
        var moving = await MovedAsync(client);
        moving.QuerySelectorAll("#exports, #kept").ShouldHaveSingleItem().Id.ShouldBe("exports");
        await client.SendFormAsync("/me/details", "/reports/exports?handler=cancel", ("id", moving.QuerySelector(".export-actions [name=id]")!.GetAttribute("value")!));
        (await MovedAsync(client)).QuerySelector("#kept[data-hx-swap-oob] .kept-last .pill")!.TextContent.ShouldBe("Avbruten");
    }

    [Fact]
    public async Task It_is_shown_and_changed_in_the_reports_own_form()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        var client = await portal.ClientAsync();
        var page = await KeepAsync(client);
        (await ReadAsync(client, page)).QuerySelector("main")!.TextContent.ShouldContain("2026-02-01 – 2026-02-28 (Förra månaden)");
        var form = await ReadAsync(client, $"{page}/edit");
        (form.QuerySelector("#Name")!.GetAttribute("value"), form.QuerySelector("#Number")!.GetAttribute("value")).ShouldBe(("Mina samtal", "070-174 06 05"));
        (form.QuerySelector("#Preset option[selected]")!.GetAttribute("value"), form.QuerySelector("#Every option[selected]")!.GetAttribute("value")).ShouldBe(("LastMonth", "Daily"));

        using var wrong = await client.SendFormAsync("/me/details", $"{page}/edit", ("Name", "Årets"), ("Number", "0700000000"), ("Preset", "ThisYear"), ("Every", "Weekly"), ("Weekday", "3"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = new HtmlParser().ParseDocument(await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        again.QuerySelector("#Number-error").ShouldNotBeNull();
        (again.QuerySelector("#Name")!.GetAttribute("value"), again.QuerySelector("#Weekday option[selected]")!.GetAttribute("value")).ShouldBe(("Årets", "3"));

        using var sent = await client.SendFormAsync("/me/details", $"{page}/edit", ("Name", "Årets"), ("Number", "0701740605"), ("Preset", "ThisYear"), ("CalledNumbers", "LeftOut"), ("Every", "Weekly"), ("Weekday", "3"));
        sent.Headers.Location!.OriginalString.ShouldBe(page);
        var shown = (await ReadAsync(client, page)).QuerySelector("main")!.TextContent;
        shown.ShouldContain("2026-01-01 – 2026-03-10 (I år)");
        shown.ShouldContain("Varje onsdag, nästa gång 2026-03-11");
        (await ReadAsync(client, $"{page}/edit")).QuerySelector("[name=CalledNumbers][checked]")!.GetAttribute("value").ShouldBe("LeftOut");
        (await ReadAsync(client, $"{page}/remove")).QuerySelector("main")!.TextContent.ShouldContain("Varje onsdag");
    }

    [Fact]
    public async Task A_service_that_was_chosen_stays_chosen_unless_another_is_asked_for()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        var client = await portal.ClientAsync();
        var page = await KeepAsync(client, $"Preset=LastMonth&service={portal.Service}");
        var form = await ReadAsync(client, $"{page}/edit");
        (form.QuerySelector("[name=service]")!.GetAttribute("value"), form.QuerySelector("#Number")).ShouldBe(($"{portal.Service}", null));
        form.QuerySelector("form[action$='/edit'] .field p")!.TextContent.ShouldContain("070-174");
        var other = await ReadAsync(client, form.QuerySelector("form[action$='/edit'] .field p a")!.GetAttribute("href")!);
        (other.QuerySelector("[name=service]"), other.QuerySelector("#Number")!.GetAttribute("value")).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_told_beside_the_name_and_another_is_proposed()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        var client = await portal.ClientAsync();
        using var first = await client.SendFormAsync("/me/details", $"/reports/traffic/keep?{Asked}", ("Name", "Trafikspecifikation"), ("requestId", $"{Guid.CreateVersion7()}"));
        (await ReadAsync(client, $"/reports/traffic/keep?{Asked}")).QuerySelector("#Name")!.GetAttribute("value").ShouldBe("Trafikspecifikation (2)");
        using var second = await client.SendFormAsync("/me/details", $"/reports/traffic/keep?{Asked}", ("Name", "trafikspecifikation"), ("requestId", $"{Guid.CreateVersion7()}"));
        second.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = new HtmlParser().ParseDocument(await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        again.QuerySelector("#Name-error")!.TextContent.ShouldContain("redan en sparad rapport");
    }

    [Fact]
    public async Task What_it_is_about_has_left_the_reach_and_the_page_says_so_with_the_schedule_as_it_is()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        var client = await portal.ClientAsync();
        var page = await KeepAsync(client);
        await portal.World.Db.ExecuteAsync(Hide, new { id = portal.Service });
        using var sent = await client.SendFormAsync("/me/details", $"{page}?handler=Run", ("requestId", $"{Guid.CreateVersion7()}"));
        sent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var shown = new HtmlParser().ParseDocument(await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        shown.QuerySelector(".error-summary")!.TextContent.ShouldContain("finns inte längre bland det du når");
        shown.QuerySelector("main")!.TextContent.ShouldContain("Varje dag, nästa gång 2026-03-11");
    }

    [Fact]
    public async Task Whoever_has_lost_the_right_to_it_sees_so_and_removes_it()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        var client = await portal.ClientAsync();
        var page = await KeepAsync(client);
        await portal.World.Db.ExecuteAsync(DropRight, new { id = portal.User.Id, code = (int)Right.ViewSubscriptions });
        var listed = (await ReadAsync(client, "/reports")).QuerySelector(".own-rows li")!;
        listed.TextContent.ShouldContain("inte längre behörighet");
        listed.QuerySelector("form").ShouldBeNull();
        var shown = await ReadAsync(client, page);
        (shown.QuerySelector("a[href$='/edit']"), shown.QuerySelector(".note")!.TextContent.Contains("inte längre behörighet", StringComparison.Ordinal)).ShouldBe((null, true));
        using var edit = await client.GetAsync($"{page}/edit", TestContext.Current.CancellationToken);
        edit.Headers.Location!.OriginalString.ShouldBe(page);
        (await client.SendFormAsync("/me/details", $"{page}/remove")).Headers.Location!.OriginalString.ShouldBe("/reports");
        (await ReadAsync(client, "/reports")).QuerySelectorAll(".own-text").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_address_does_not_rightly_ask_for_is_mended_in_the_reports_own_form()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        using var answer = await (await portal.ClientAsync()).GetAsync("/reports/traffic/keep?Preset=LastMonth&Number=0700000000", TestContext.Current.CancellationToken);
        answer.Headers.Location!.OriginalString.ShouldBe("/reports/traffic?Preset=LastMonth&Number=0700000000");
    }

    [Fact]
    public async Task Dates_of_ones_own_are_kept_but_do_not_come_by_themselves()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        var client = await portal.ClientAsync();
        const string Own = "Preset=Own&From=2026-02-01&To=2026-02-10&Number=070-174+06+05";
        (await ReadAsync(client, $"/reports/traffic/keep?{Own}")).QuerySelector("#Every").ShouldBeNull();
        using var sent = await client.SendFormAsync("/me/details", $"/reports/traffic/keep?{Own}", ("Name", "Mina samtal"), ("Every", "Daily"));
        sent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static async Task<IHtmlDocument> MovedAsync(HttpClient client)
    {
        using var part = new HttpRequestMessage(HttpMethod.Get, "/reports/exports") { Headers = { { "HX-Request", "true" } } };
        using var answer = await client.SendAsync(part, TestContext.Current.CancellationToken);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Monthly", "Day", "Välj en dag mellan 1 och 28.")]
    [InlineData("Weekly", "Weekday", "Välj en veckodag.")]
    [InlineData("Daily", "Day", null)]
    public async Task A_day_that_is_none_is_told_beside_its_field_where_it_counts(string every, string field, string? text)
    {
        await using var portal = await ReportsPortal.MakeAsync();
        var client = await portal.ClientAsync();
        using var kept = await client.SendFormAsync("/me/details", $"/reports/traffic/keep?{Asked}", ("Name", "Mina samtal"), ("Every", every), (field, "abc"), ("requestId", $"{Guid.CreateVersion7()}"));
        var page = new HtmlParser().ParseDocument(await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        page.GetElementById($"{field}-error")?.TextContent.Trim().ShouldBe(text);
        kept.StatusCode.ShouldBe(text is null ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity);
        if (text is not null && field == "Day") page.GetElementById(field)!.GetAttribute("value").ShouldBe("abc");
    }

    /// <summary>The address of a report that is kept to come every day.</summary>
    private static async Task<string> KeepAsync(HttpClient client, string asked = Asked)
    {
        using var kept = await client.SendFormAsync("/me/details", $"/reports/traffic/keep?{asked}", ("Name", "Mina samtal"), ("Every", "Daily"), ("requestId", $"{Guid.CreateVersion7()}"));
        return (await ReadAsync(client, "/reports")).QuerySelector(".own-text a")!.GetAttribute("href")!;
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpClient client, string path) => new HtmlParser().ParseDocument(await client.GetStringAsync(path));
}
