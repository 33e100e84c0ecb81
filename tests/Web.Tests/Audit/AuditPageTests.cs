using System.Net;
using Connect.Application.Subscriptions;
using Connect.TestKit;

namespace Connect.Web.Tests.Audit;

public sealed class AuditPageTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    [Covers("USR-3", "the log as a page, each entry with before and after")]
    public async Task The_list_leads_to_an_entry_with_before_and_after()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        var (anna, service) = (await portal.World.UserAsync(root, "anna.logg"), await portal.World.SubscriptionAsync(root, "Åke Ström"));
        await using (var scope = new TestScope(portal.Database, anna)) await scope.SendAsync(new RenameSubscriptionUser(service, "Åsa Öberg"));
        using var browser = await portal.BrowserAsync(anna);
        (await ReadAsync(browser, "/users")).ShouldContain("href=\"/audit\"");
        var list = await ReadAsync(browser, "/audit");
        list.ShouldContain("Ändrade användarnamn på tjänst");
        var entry = await ReadAsync(browser, System.Text.RegularExpressions.Regex.Match(list, "/audit/[0-9a-f-]{36}").Value);
        entry.ShouldNotContain(nameof(RenameSubscriptionUser), Case.Sensitive, "names of the code are not for people");
        System.Text.RegularExpressions.Regex.Count(list + entry, @"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d").ShouldBeGreaterThan(2, "to the second, in the list, the facts and below the title");
        foreach (var part in new[] { $"<a href=\"/services/{service}\">Åsa Öberg</a>", "Åke Ström", "anna.logg" }) entry.ShouldContain(part);
    }

    [Fact]
    [Covers("USR-3", "a turned period is told, and not lost")]
    public async Task A_period_that_ends_before_it_begins_is_said_beside_its_fields()
    {
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync((await portal.World.OrganisationAsync()).RootId));
        var page = await ReadAsync(browser, "/audit?fa.at=2026-03-10&fb.at=2026-03-01");
        page.ShouldContain("<p class=\"field-error\" id=\"c-at-error\" role=\"alert\">");
        page.ShouldContain("Perioden slutar innan den börjar: 2026-03-10..2026-03-01.");
        page.ShouldContain("name=\"fa.at\" value=\"2026-03-10\"");
    }

    private static async Task<string> ReadAsync(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path));
}
