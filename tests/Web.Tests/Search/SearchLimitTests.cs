using System.Net;
using Connect.TestKit;
using Microsoft.AspNetCore.Hosting;

namespace Connect.Web.Tests.Search;

public sealed class SearchLimitTests
{
    private static readonly string[] Doors = ["/search?q=a", "/search/suggestions?q=a", "/api/v1/search?q=a",
        "/accounts?handler=Search&q=a", "/accounts?q=a", "/accounts/pick?q=a", "/api/v1/accounts/search?q=a", "/api/v1/accounts/pick?q=a", "/users/contact-persons?q=a", "/api/v1/users/contact-persons?q=a",
        "/?place=a", "/network?handler=At&lat=59&lon=15", "/api/v1/coverage-at?latitude=59&longitude=15", "/api/v1/places?q=a"];

    [Fact]
    public async Task A_program_that_asks_without_a_pause_is_told_to_wait_at_every_door_and_nobody_else_is()
    {
        await using var portal = new Portal { Configure = builder => builder.UseSetting("Search:Burst", "15").UseSetting("Search:PerSecond", "1") };
        var root = (await portal.World.OrganisationAsync()).RootId;
        var (busy, calm) = (await portal.World.UserAsync(root), await portal.World.UserAsync(root));
        foreach (var door in Doors)
        {
            // Logged in anew: the limit is the user's, not the session's.
            using var browser = await portal.BrowserAsync(busy);
            using var refused = await UntilRefusedAsync(browser, door);
            int.Parse(refused.Headers.GetValues("Retry-After").Single(), null).ShouldBeGreaterThan(0);
            var body = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
            body.ShouldContain(door.StartsWith("/api", StringComparison.Ordinal) ? "\"code\":\"TooManyRequests\"" : "Vänta en stund och försök igen.");
        }

        using (var browser = await portal.BrowserAsync(busy))
            for (var i = 0; i < 20; i++) (await browser.GetAsync("/accounts")).StatusCode.ShouldBe(HttpStatusCode.OK, "nothing is searched");

        using var other = await portal.BrowserAsync(calm);
        foreach (var door in Doors) (await other.GetAsync(door)).StatusCode.ShouldBe(HttpStatusCode.OK, door);
    }

    [Fact]
    public async Task Whoever_types_a_whole_name_letter_by_letter_never_meets_the_limit()
    {
        await using var portal = new Portal();
        var root = (await portal.World.OrganisationAsync()).RootId;
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        const string typed = "Anläggning Väg och järnväg, Storgatan 70, våning tre, rum fyra, till höger om hissen, bakom pelaren";
        for (var letters = 1; letters <= typed.Length; letters++)
            (await browser.GetAsync("/search/suggestions?q=" + Uri.EscapeDataString(typed[..letters]))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Covers("NAV-3", "found while typing on the page too")]
    public async Task Only_what_was_found_is_sent_while_somebody_types_on_the_page()
    {
        await using var portal = new Portal();
        var root = (await portal.World.OrganisationAsync("Nordvik Bygg AB")).RootId;
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        (await browser.GetStringAsync("/search?q=nordvik")).ShouldContain("<html");
        browser.DefaultRequestHeaders.Add("HX-Request", "true");
        var part = WebUtility.HtmlDecode(await browser.GetStringAsync("/search?q=nordvik"));
        part.ShouldNotContain("<html");
        part.ShouldContain("<mark>Nordvik</mark>");
        part.ShouldContain("1 träff på nordvik");
    }

    private static async Task<HttpResponseMessage> UntilRefusedAsync(HttpClient browser, string door)
    {
        for (var i = 0; i < 200; i++)
        {
            var answer = await browser.GetAsync(door);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) return answer;
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Dispose();
        }

        throw new ShouldAssertException($"{door} is never refused.");
    }
}
