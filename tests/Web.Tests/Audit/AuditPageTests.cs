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
        foreach (var part in new[] { $"<a href=\"/services/{service}\">Åsa Öberg</a>", "Åke Ström", "anna.logg" }) entry.ShouldContain(part);
    }

    private static async Task<string> ReadAsync(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path));
}
