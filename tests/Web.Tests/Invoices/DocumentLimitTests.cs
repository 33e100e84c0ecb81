using System.Net;
using Connect.TestKit;
using Microsoft.AspNetCore.Hosting;

namespace Connect.Web.Tests.Invoices;

[Covers("INV-2", "documents and archives have a limit")]
public sealed class DocumentLimitTests
{
    [Theory]
    [InlineData("/invoices/F-1/pdf", "Vänta en stund och försök igen.")]
    [InlineData("/api/v1/invoices/F-1/pdf", "\"code\":\"TooManyRequests\"")]
    public async Task Who_asks_for_documents_without_a_pause_is_told_to_wait(string door, string told)
    {
        await using var portal = new Portal { Configure = builder => builder.UseSetting("Documents:Burst", "3").UseSetting("Documents:PerSecond", "1") };
        var root = (await portal.World.OrganisationAsync()).RootId;
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        var tries = 0;
        while (true)
        {
            using var answer = await browser.GetAsync(door);
            if (answer.StatusCode == HttpStatusCode.NotFound && ++tries < 100) continue;
            answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            answer.Headers.RetryAfter.ShouldNotBeNull();
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain(told);
            break;
        }

        tries.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Theory]
    [InlineData("/invoices/zip?number=F-1", "packas redan")]
    [InlineData("/api/v1/invoices/zip?number=F-1", "\"code\":\"TooManyRequests\"")]
    public async Task Where_no_archive_more_can_be_written_the_choice_is_kept(string door, string told)
    {
        await using var portal = new Portal { Configure = builder => builder.UseSetting("Documents:Archives", "0") };
        var root = (await portal.World.OrganisationAsync()).RootId;
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        using var answer = await browser.GetAsync(door);
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain(told);
    }

    [Theory]
    [InlineData("/invoices/zip?number=F-1")]
    [InlineData("/api/v1/invoices/zip?number=F-1")]
    public async Task One_after_the_other_there_is_room(string door)
    {
        await using var portal = new Portal { Configure = builder => builder.UseSetting("Documents:Archives", "1") };
        var root = (await portal.World.OrganisationAsync()).RootId;
        await portal.World.InvoiceAsync(root, 100, "F-1");
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        (await browser.GetAsync(door)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync(door)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
