using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Domain.Users;
using Connect.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Reports;

public sealed class ReportPageTests
{
    private static readonly HtmlParser Parser = new();

    [Theory]
    [InlineData("Number=", "Number", "Fyll i fältet.")]
    [InlineData("Number=abc", "Number", "Skriv ett telefonnummer")]
    [InlineData("Number=0700000000", "Number", "Det finns ingen tjänst med det numret.")]
    [InlineData("Number=0701740605&From=2026-03-02&To=2026-03-01", "To", "ligger före")]
    [InlineData("Number=0701740605&From=igår", "From", "")]
    [InlineData("Number=0701740605&From=2026-03-01&To=2026-03-31", "To", "Perioden slutar efter i dag. Välj ett datum till och med 2026-03-10.")]
    [InlineData("Number=0701740605&From=1900-01-01&To=2026-03-01", "From", "Trafik sparas i 18 månader.")]
    [InlineData("Number=0701740605&From=&To=2026-03-01", "From", "Välj ett datum.")]
    [InlineData("Number=0701740605&From=2026-03-01&To=", "To", "Välj ett datum.")]
    [InlineData("Number=0701740605&From=&To=", "To", "Välj ett datum.")]
    public async Task The_form_tells_what_is_wrong_beside_the_field(string query, string field, string text)
    {
        await using var portal = await ReportsPortal.MakeAsync();
        var answer = await (await portal.ClientAsync()).GetAsync($"/reports/traffic?{query}", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await ReadAsync(answer);
        page.GetElementById($"{field}-error")!.TextContent.ShouldContain(text);
        page.GetElementById(field)!.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    [Covers("REP-0", "preview on the page, Excel with the same")]
    public async Task What_is_previewed_is_what_is_exported()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        await portal.World.UsageAsync(portal.Service, otherNumber: "+46812345678");
        var client = await portal.ClientAsync();

        var page = await ReadAsync(await client.GetAsync($"/reports/traffic?service={portal.Service}", TestContext.Current.CancellationToken));
        page.QuerySelectorAll(".report-rows tr").Length.ShouldBe(1);
        page.QuerySelector(".report-table")!.TextContent.ShouldContain("08-123\u00a04**\u00a0**");
        var form = page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.QuerySelector("[name=requestId]") is not null);
        (await PostAsync(client, form)).Headers.Location!.ToString().ShouldBe("/reports/exports");

        var waiting = await ReadAsync(await client.GetAsync("/reports/exports", TestContext.Current.CancellationToken));
        waiting.QuerySelector(".export .pill")!.TextContent.ShouldBe("Väntar");
        waiting.QuerySelector("#exports")!.GetAttribute("data-hx-trigger").ShouldBe("every 2s");
        waiting.QuerySelectorAll(".note").ShouldHaveSingleItem().TextContent.ShouldContain("tas ut i bakgrunden");
        await RunAsync(portal);
        var done = await ReadAsync(await client.GetAsync("/reports/exports", TestContext.Current.CancellationToken));
        done.QuerySelectorAll(".note").ShouldBeEmpty();
        var link = done.QuerySelector(".export-actions a")!.GetAttribute("href")!;
        var file = await client.GetAsync(link, TestContext.Current.CancellationToken);
        (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar).ShouldBe(("attachment", "Trafikspecifikation 2026-02-01 – 2026-03-10.xlsx"));
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();

        var remove = done.QuerySelector(".export-actions a.is-danger")!.GetAttribute("href")!;
        var ask = await ReadAsync(await client.GetAsync(remove, TestContext.Current.CancellationToken));
        ask.QuerySelector("main")!.TextContent.ShouldContain("”Trafikspecifikation 2026-02-01 – 2026-03-10.xlsx”");
        (await PostAsync(client, ask.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.GetAttribute("action") == remove))).Headers.Location!.ToString().ShouldBe("/reports/exports");
        (await ReadAsync(await client.GetAsync("/reports/exports", TestContext.Current.CancellationToken))).QuerySelectorAll(".export").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_of_invoiced_traffic_tells_how_far_there_is_any()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        var client = await portal.ClientAsync();
        (await ReadAsync(await client.GetAsync("/reports/all-traffic", TestContext.Current.CancellationToken))).QuerySelector(".report-notes")!.TextContent.ShouldContain("Det finns ingen fakturerad trafik än.");
        await portal.World.UsageAsync(portal.Service);
        (await ReadAsync(await client.GetAsync("/reports/all-traffic", TestContext.Current.CancellationToken))).QuerySelector(".report-notes")!.TextContent.ShouldContain("Fakturerad trafik finns till och med 2026-03-10.");
    }

    [Fact]
    public async Task A_preview_that_takes_too_long_offers_the_file()
    {
        await using var portal = await ReportsPortal.MakeAsync(builder => builder.UseSetting("Reports:PreviewTime", "00:00:00"));
        await portal.World.UsageAsync(portal.Service);
        using var answer = await (await portal.ClientAsync()).GetAsync("/reports/traffic?Number=070-174+06+05", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await ReadAsync(answer);
        page.QuerySelector(".empty")!.TextContent.ShouldContain("för stor för att visas här");
        page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.QuerySelector("[name=requestId]") is not null).GetAttribute("action").ShouldBe("/reports/traffic");
    }

    [Fact]
    public async Task An_export_is_cancelled_without_script()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        await portal.World.UsageAsync(portal.Service);
        var client = await portal.ClientAsync();
        var page = await ReadAsync(await client.GetAsync("/reports/traffic?Number=070-174+06+05", TestContext.Current.CancellationToken));
        await PostAsync(client, page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.QuerySelector("[name=requestId]") is not null));
        var exports = await ReadAsync(await client.GetAsync("/reports/exports", TestContext.Current.CancellationToken));

        (await PostAsync(client, (IHtmlFormElement)exports.QuerySelector(".export-actions form")!)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        exports = await ReadAsync(await client.GetAsync("/reports/exports", TestContext.Current.CancellationToken));
        exports.QuerySelector(".export .pill")!.TextContent.ShouldBe("Avbruten");
        exports.QuerySelector("#exports")!.GetAttribute("data-hx-trigger").ShouldBe("never");
    }

    [Fact]
    public async Task Without_the_rights_there_is_no_report()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        portal.User = await portal.World.UserAsync(portal.Root, rights: [Right.ViewInvoices, Right.ViewSubscriptions]);
        foreach (var path in new[] { "/reports", "/reports/traffic", $"/reports/traffic?service={portal.Service}" })
            (await (await portal.ClientAsync()).GetAsync(path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        portal.User = await portal.World.UserAsync(portal.Root, rights: [Right.RunReports, Right.ViewSubscriptions]);
        var page = await ReadAsync(await (await portal.ClientAsync()).GetAsync("/reports/traffic", TestContext.Current.CancellationToken));
        page.QuerySelector("[name=CalledNumbers][value=Shown]").ShouldBeNull();
    }

    [Theory]
    [InlineData("/reports/traffic?service=00000000-0000-0000-0000-000000000001")]
    [InlineData("/reports/exports/00000000-0000-0000-0000-000000000001/file")]
    [InlineData("/reports/lists/nothing")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var portal = await ReportsPortal.MakeAsync();
        (await (await portal.ClientAsync()).GetAsync(path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Covers("LIST-7", "from the list's own page, as filtered")]
    public async Task The_services_go_to_Excel_from_their_list_as_filtered()
    {
        await using var portal = await ReportsPortal.MakeAsync();
        var client = await portal.ClientAsync();
        var list = await ReadAsync(await client.GetAsync("/services?sort=account&f.name=~%C3%A5s", TestContext.Current.CancellationToken));
        var link = list.QuerySelector("a[href^='/reports/lists/services']")!.GetAttribute("href")!;

        var page = await ReadAsync(await client.GetAsync(link, TestContext.Current.CancellationToken));
        page.QuerySelector(".report-sums")!.TextContent.ShouldContain("ås");
        var form = page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.QuerySelector("[name=requestId]") is not null);

        (await PostAsync(client, form)).Headers.Location!.ToString().ShouldBe("/reports/exports");
    }

    [Theory]
    [InlineData("services", "?f.name=~%C3%A5s&sort=account&page=2", "/services?sort=account&page=2&f.name=~%C3%A5s")]
    [InlineData("services", "", "/services")]
    [InlineData("services", "?account=100001&reach=below&f.name=~x", "/accounts/100001?tab=services&reach=below&f.name=~x")]
    [InlineData("services", "?account=%2F%2Fannat.example", "/accounts/%2F%2Fannat.example?tab=services")]
    public async Task What_goes_to_Excel_leads_back_to_the_list_as_it_is_filtered(string list, string query, string back)
    {
        await using var portal = await ReportsPortal.MakeAsync();
        var page = await ReadAsync(await (await portal.ClientAsync()).GetAsync($"/reports/lists/{list}{query}", TestContext.Current.CancellationToken));
        foreach (var link in new[] { ".crumb a", ".form-actions a" }) page.QuerySelector(link)!.GetAttribute("href").ShouldBe(back);
    }

    [Theory]
    [InlineData("all-traffic?Preset=ThisMonth", "Fakturerad trafik finns till och med 2026-02-02. Välj en period som börjar tidigare.")]
    [InlineData("all-traffic?Preset=LastYear", "Välj något annat i formuläret, till exempel en annan period.")]
    [InlineData("invoice-calls?Invoice=F0815", "Fakturan F0815 har inget av det som rapporten visar. Kryssa i fler tillval, eller välj en annan faktura.")]
    [InlineData("invoice-calls?Invoice=F0815&Boxes=InvoiceData", "Fakturan F0815 har inget av det som rapporten visar. Välj en annan faktura.")]
    public async Task A_report_without_rows_says_what_to_ask_for_instead(string query, string hint)
    {
        await using var portal = await ReportsPortal.MakeAsync();
        await portal.World.UsageAsync(portal.Service, new(2026, 2, 2, 8, 0, 0, TimeSpan.Zero), invoice: "F4711");
        await portal.World.InvoiceAsync(portal.Root, number: "F0815");
        var page = await ReadAsync(await (await portal.ClientAsync()).GetAsync($"/reports/{query}", TestContext.Current.CancellationToken));
        page.QuerySelector(".empty p")!.TextContent.ShouldBe(hint);
    }

    private static async Task RunAsync(ReportsPortal portal)
    {
        await using var reader = portal.Services.CreateAsyncScope();
        reader.ServiceProvider.GetRequiredService<Application.Common.Security.CurrentUser>().Set(portal.User);
        var id = (await reader.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(new ListExports())).Single().Id;
        await using var worker = portal.Services.CreateAsyncScope();
        await worker.ServiceProvider.GetServices<IWorkHandler>().Single(handler => handler.Kind == ExportKinds.WorkKind)
            .RunAsync(new DueWork(Guid.CreateVersion7(), ExportKinds.WorkKind, id, null, "t", 1), TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, IHtmlFormElement form) => client.PostAsync(
        form.GetAttribute("action"),
        new FormUrlEncodedContent(form.QuerySelectorAll("input").OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value))), TestContext.Current.CancellationToken);

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) => Parser.ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
