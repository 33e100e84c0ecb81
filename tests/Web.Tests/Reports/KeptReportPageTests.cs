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

        (await client.SendFormAsync("/me/details", page, ("Every", ""))).Headers.Location!.OriginalString.ShouldBe("/reports");
        (await ReadAsync(client, "/reports")).QuerySelector(".own-text")!.TextContent.ShouldContain("Kommer inte av sig själv");
        (await client.SendFormAsync("/me/details", $"{page}?handler=Run", ("requestId", $"{Guid.CreateVersion7()}"))).Headers.Location!.OriginalString.ShouldBe("/reports/exports");
        (await ReadAsync(client, "/reports/exports")).QuerySelector(".export b")!.TextContent.ShouldBe("Mina samtal 2026-02-01 – 2026-02-28.xlsx");
        (await client.SendFormAsync("/me/details", $"{page}?handler=Forget")).Headers.Location!.OriginalString.ShouldBe("/reports");
        (await ReadAsync(client, "/reports")).QuerySelectorAll(".own-text").ShouldBeEmpty();
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
        shown.QuerySelector("#Every option[selected]")!.GetAttribute("value").ShouldBe("Daily");
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
        (shown.QuerySelector("#Every"), shown.QuerySelector(".note")!.TextContent.Contains("inte längre behörighet", StringComparison.Ordinal)).ShouldBe((null, true));
        (await client.SendFormAsync("/me/details", $"{page}?handler=Forget")).Headers.Location!.OriginalString.ShouldBe("/reports");
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

    /// <summary>The address of a report that is kept to come every day.</summary>
    private static async Task<string> KeepAsync(HttpClient client)
    {
        using var kept = await client.SendFormAsync("/me/details", $"/reports/traffic/keep?{Asked}", ("Name", "Mina samtal"), ("Every", "Daily"), ("requestId", $"{Guid.CreateVersion7()}"));
        return (await ReadAsync(client, "/reports")).QuerySelector(".own-text a")!.GetAttribute("href")!;
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpClient client, string path) => new HtmlParser().ParseDocument(await client.GetStringAsync(path));
}
