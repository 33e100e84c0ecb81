using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using Connect.TestKit;
using Microsoft.AspNetCore.Hosting;

namespace Connect.Web.Tests.Invoices;

public sealed class InvoicePageTests : IAsyncLifetime
{
    private readonly Portal _portal = new() { Configure = builder => builder.UseSetting("Operator:Bankgiro", "991-2346") };
    private TestOrganisation _own = null!;
    private Guid _north;
    private UserIdentity _anna = null!, _frida = null!;
    private TestInvoice _invoice = null!, _south = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var world = _portal.World;
        _own = await world.OrganisationAsync("Bolaget AB");
        _north = await world.AccountAsync(_own.RootId, "Norr");
        var south = await world.AccountAsync(_own.RootId, "Söder");
        (_anna, _frida) = (await world.UserAsync(_own.RootId, "anna"), await world.UserAsync(_north, "frida", rights: [Right.ViewInvoices]));
        _invoice = await world.InvoiceAsync(_north, 987.60m, "F-1", new(2026, 3, 1), new(2026, 3, 31), paid: 100, reference: "12344", recipient: "Norr AB");
        await world.InvoiceLineAsync(_invoice.Id, 987.60m, "Mobil <b>Fri</b>", await world.SubscriptionAsync(_north, "Åke Ström"), "Åke Ström", "+46701740605");
        _south = await world.InvoiceAsync(south, 100, "F-2", new(2026, 1, 1), new(2026, 1, 31));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    [Covers("INV-1", "the PDF symbol furthest right")]
    public async Task The_list_leads_to_each_invoice_and_furthest_right_to_its_PDF()
    {
        var page = await ReadAsync(_anna, "/invoices");
        var rows = page.QuerySelectorAll(".list-table tbody tr");
        rows.Length.ShouldBe(2);
        rows[0].QuerySelector("td.is-title a")!.GetAttribute("href").ShouldBe("/invoices/F-1");
        var last = rows[0].QuerySelectorAll("td")[^1].QuerySelector("a")!;
        (last.GetAttribute("href"), last.GetAttribute("aria-label")).ShouldBe(("/invoices/F-1/pdf", "Ladda ned faktura F-1 som PDF"));
        rows[0].TextContent.Replace('\u00a0', ' ').ShouldContain("1 234,50 kr");
        rows[0].QuerySelector(".pill")!.TextContent.ShouldBe("Delbetald");
        rows[1].QuerySelector(".pill.is-bad")!.TextContent.ShouldBe("Förfallen");
    }

    [Fact]
    [Covers("INV-1", "who sees invoices only sees those of the own reach")]
    public async Task Whoever_has_the_one_right_sees_the_invoices_of_the_reach_and_no_ways_out()
    {
        var page = await ReadAsync(_frida, "/invoices");
        page.QuerySelectorAll(".list-table td.is-title").Select(cell => cell.TextContent).ShouldBe(["F-1"]);
        var invoice = await ReadAsync(_frida, "/invoices/F-1");
        invoice.QuerySelectorAll("main a[href^='/services'], main a[href^='/accounts']").ShouldBeEmpty();
        invoice.QuerySelector(".is-service th")!.TextContent.ShouldContain("Åke Ström");
        foreach (var path in new[] { "/invoices/F-2", "/invoices/F-2/pdf", "/invoices/zip?number=F-1&number=F-2" })
        {
            var client = await _portal.BrowserAsync(_frida);
            var (foreign, never) = (await client.GetAsync(path, Stop), await client.GetAsync(path.Replace("F-2", "F-404", StringComparison.Ordinal), Stop));
            (foreign.StatusCode, foreign.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.NotFound, "text/html"));
            Bare(await foreign.Content.ReadAsStringAsync(Stop), "F-2").ShouldBe(Bare(await never.Content.ReadAsStringAsync(Stop), "F-404"));
        }
    }

    [Fact]
    [Covers("INV-1", "the invoice's page")]
    public async Task The_page_tells_what_is_left_where_to_pay_it_and_what_it_is_for()
    {
        var page = await ReadAsync(_anna, "/invoices/F-1");
        var text = page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' ');
        foreach (var expected in new[] { "Faktura F-1", "1 234,50 kr", "Delbetald", "2026-03-31", "1 134,50 kr", "12344", "991-2346", "Norr AB", "246,90 kr", "−100,00 kr", "Betalning 2026-03-04", "070-174 06 05", "Mobil <b>Fri</b>" }) text.ShouldContain(expected);
        page.QuerySelector(".is-service th a")!.GetAttribute("href")!.ShouldStartWith("/services/");
        page.QuerySelectorAll("a[href='/invoices/F-1/pdf']").ShouldHaveSingleItem();
    }

    [Fact]
    [Covers("INV-2", "PDF download")]
    public async Task The_PDF_is_an_attachment_that_nobody_keeps()
    {
        var answer = await (await _portal.BrowserAsync(_frida)).GetAsync("/invoices/F-1/pdf", Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar).ShouldBe(("application/pdf", "attachment", "Faktura F-1.pdf"));
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await answer.Content.ReadAsByteArrayAsync(Stop)).AsSpan(0, 5).ToArray().ShouldBe("%PDF-"u8.ToArray());
    }

    [Theory]
    [InlineData("/invoices/zip", 2)]
    [InlineData("/invoices/zip?f.status=overdue", 1)]
    [InlineData("/invoices/zip?chosen=1&number=F-1", 1)]
    [InlineData("/api/v1/invoices/zip?number=F-1&number=F-2", 2)]
    public async Task Those_chosen_or_all_that_match_come_as_a_zip(string path, int count)
    {
        var answer = await (await _portal.BrowserAsync(_anna)).GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Fakturor 2026-03-10.zip");
        answer.Content.Headers.ContentLength.ShouldBeNull(); // it is sent while it is made
        await using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Stop)), ZipArchiveMode.Read);
        zip.Entries.Count.ShouldBe(count);
    }

    [Theory]
    [InlineData("/invoices/zip?chosen=1", "Välj minst en faktura i listan.")]
    [InlineData("/invoices/zip?f.number=~saknas", "Det finns inga fakturor att ladda ned.")]
    public async Task What_cannot_be_a_zip_says_why_and_leads_back(string path, string why)
    {
        var answer = await (await _portal.BrowserAsync(_anna)).GetAsync(path, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop), Stop);
        page.QuerySelector("main")!.TextContent.ShouldContain(why);
        page.QuerySelector("main .actions a")!.GetAttribute("href")!.ShouldStartWith("/invoices");
    }

    [Fact]
    [Covers("DASH-1", "the tile leads to what is left to pay")]
    public async Task The_tile_counts_what_its_list_shows()
    {
        var tile = (await ReadAsync(_anna, "/")).QuerySelector("a.tile[href^='/invoices']")!;
        tile.QuerySelector("b")!.TextContent.ShouldBe("2");
        tile.TextContent.Replace('\u00a0', ' ').ShouldContain("1 259,50 kr, förfallna: 1, nästa förfaller 2026-03-31");
        tile.QuerySelector("small.is-warn").ShouldNotBeNull("what is overdue asks to be paid");
        tile.GetAttribute("href")!.ShouldContain("sort=due", customMessage: "and comes first in the list");
        (await ReadAsync(_anna, tile.GetAttribute("href")!)).QuerySelectorAll(".list-table tbody tr").Length.ShouldBe(2);
    }

    [Fact]
    [Covers("ACC-2", "the tab of an account's invoices with the choice of reach")]
    public async Task The_tab_of_an_account_shows_its_invoices_and_those_below_on_choice()
    {
        var root = await _portal.World.AccountNumberAsync(_own.RootId);
        (await ReadAsync(_anna, $"/accounts/{root}?tab=invoices")).QuerySelector(".list .empty")!.TextContent.ShouldContain("Kontot har inga fakturor.");
        var below = await ReadAsync(_anna, $"/accounts/{root}?tab=invoices&reach=below");
        below.QuerySelectorAll(".list-table tbody tr").Length.ShouldBe(2);
        below.QuerySelector("a[href^='/invoices/zip']")!.GetAttribute("href").ShouldBe($"/invoices/zip?account={root}&reach=below");
    }

    [Fact]
    public async Task An_invoice_of_many_services_is_shown_part_by_part()
    {
        for (var i = 0; i < 130; i++) await _portal.World.InvoiceLineAsync(_south.Id, 1, "Avgift", await _portal.World.SubscriptionAsync(_north, $"Tjänst {i:000}"), $"Tjänst {i:000}");
        (await ReadAsync(_anna, "/invoices/F-2")).QuerySelectorAll(".is-service").Length.ShouldBe(100);
        var second = await ReadAsync(_anna, "/invoices/F-2?page=2");
        second.QuerySelectorAll(".is-service").Length.ShouldBe(30);
        second.QuerySelector(".pager")!.TextContent.ShouldContain("Tjänst 101–130 av 130");
        (await ReadAsync(_anna, "/invoices/F-2?page=-7")).QuerySelectorAll(".is-service").Length.ShouldBe(100);
    }

    private static string Bare(string page, string number) => Regex.Replace(page.Replace(number, "", StringComparison.Ordinal), "CfDJ8[\\w-]+", "");

    private async Task<IHtmlDocument> ReadAsync(UserIdentity user, string path)
    {
        var answer = await (await _portal.BrowserAsync(user)).GetAsync(path, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop), Stop);
    }
}
