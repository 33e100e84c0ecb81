using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Connect.Domain.Network;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.TestKit;
using Connect.Web.Shell;

namespace Connect.Web.Tests.Network;

[Covers("DASH-2", "on the start page, on a page of its own, on a service's page and by the API")]
public sealed partial class NetworkPageTests(Portal portal) : IClassFixture<Portal>
{
    private const string Area = """{"type":"Polygon","coordinates":[[[14,59],[16,59],[16,61],[14,61],[14,59]]]}""";

    [Fact]
    public async Task The_start_page_shows_it_to_the_right_as_a_list_or_on_a_map_and_loads_the_map_only_for_that()
    {
        var (account, service) = await ServiceAsync();
        await portal.World.IncidentAsync("Avbrott <hos> oss", expected: 3, services: [service], geometry: Area, updates: ["Vi letar."]);
        await portal.World.IncidentAsync("Någon annanstans", IncidentKind.PlannedWork, starts: 20, expected: 22);
        var browser = await BrowserAsync(account);

        var list = WebUtility.HtmlDecode(await browser.GetStringAsync("/"));
        list.ShouldContain("aria-current=\"true\"");
        list.IndexOf("Avbrott <hos> oss", StringComparison.Ordinal).ShouldBeInRange(1, list.IndexOf("Någon annanstans", StringComparison.Ordinal));
        list.ShouldContain("Berör era tjänster");
        list.ShouldContain($"href=\"/services/{service}\"");
        list.ShouldContain("<dt>Började</dt><dd>2026-03-10 09:00</dd>");
        list.ShouldContain("<dt>Beräknas klart</dt><dd>2026-03-10 14:00</dd>");
        list.ShouldContain("Vi letar.");
        list.ShouldNotContain("/dist/map");

        var map = await browser.GetStringAsync("/?view=map");
        map.ShouldContain("/dist/map.");
        map.ShouldContain("data-incidents=\"[{&quot;title&quot;:&quot;Avbrott \\u003Chos\\u003E oss&quot;");
        (await browser.GetStringAsync("/?view=nonsense")).ShouldNotContain("/dist/map");
    }

    [Fact]
    public async Task The_large_page_tells_all_of_it_in_groups_and_an_incident_has_a_page_with_its_services()
    {
        var (account, service) = await ServiceAsync();
        var id = await portal.World.IncidentAsync("Fiberbrott", expected: -1, services: [service], geometry: Area, updates: ["Först", "Sedan"], text: "Rad ett\nRad två");
        var mobile = await portal.World.IncidentAsync("I mobilnätet", networks: [MobileGeneration.Fifth], kinds: [SubscriptionKind.MobileBroadband], geometry: Area);
        await portal.World.IncidentAsync("Förbi", ended: -1);
        var browser = await BrowserAsync(account);

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/network"));
        foreach (var heading in new[] { "Berör era tjänster</h3>", "Övrig driftinformation</h3>", "Avslutat de senaste sju dagarna</h3>" }) page.ShouldContain(heading);
        page.ShouldContain("Skulle ha varit klart");
        page.ShouldContain("Mobilnätet 5G, Mobilt bredband i området");

        var incident = WebUtility.HtmlDecode(await browser.GetStringAsync($"/network/incidents/{id}"));
        incident.ShouldContain("<h1>Fiberbrott</h1>");
        incident.ShouldContain("Rad ett\nRad två");
        incident.IndexOf("Sedan", StringComparison.Ordinal).ShouldBeLessThan(incident.IndexOf("Först", StringComparison.Ordinal));
        incident.ShouldContain($"href=\"/services/{service}\"");
        WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}")).ShouldContain("Driftstörning pågår som berör tjänsten:");
        WebUtility.HtmlDecode(await browser.GetStringAsync($"/network/incidents/{mobile}")).ShouldContain("de som används i området kan beröras");
    }

    [Fact]
    public async Task The_start_page_counts_what_goes_on_and_is_planned_as_the_large_page_does()
    {
        var (account, service) = await ServiceAsync();
        await portal.World.IncidentAsync("Pågår nu", services: [service], isPrivate: true);
        await portal.World.IncidentAsync("Över nu", ended: -1, services: [service], isPrivate: true);
        var browser = await BrowserAsync(account);
        var counts = Counts().Match(WebUtility.HtmlDecode(await browser.GetStringAsync("/network")));
        var all = int.Parse(counts.Groups["now"].Value, CultureInfo.InvariantCulture) + int.Parse(counts.Groups["planned"].Value, CultureInfo.InvariantCulture);
        WebUtility.HtmlDecode(await browser.GetStringAsync("/")).ShouldContain($"Visa all driftinformation ({all})");
    }

    [Fact]
    public async Task The_map_s_legend_tells_the_marks_and_areas_that_are_on_it_and_what_has_no_place_is_named()
    {
        var (account, service) = await ServiceAsync();
        await portal.World.IncidentAsync("Över", ended: -1, services: [service], geometry: Area, isPrivate: true);
        var placeless = await portal.World.IncidentAsync("Ingenstans", services: [service], isPrivate: true);
        var browser = await BrowserAsync(account);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/?view=map"));
        page.ShouldContain("<i class=\"map-mark is-ended\" aria-hidden=\"true\"><b>✓</b></i> Avslutat");
        page.ShouldContain("class=\"map-area is-ended\"");
        page.ShouldContain("Område: avslutat");
        page.ShouldContain("Har ingen plats på kartan:");
        page.ShouldContain($"href=\"/network/incidents/{placeless}\">Ingenstans</a>");
        page.ShouldNotContain("class=\"map-area is-work\"");
        await portal.World.IncidentAsync("Snart", IncidentKind.PlannedWork, starts: 3, expected: 5, services: [service], geometry: Area, isPrivate: true);
        WebUtility.HtmlDecode(await browser.GetStringAsync("/network?view=map")).ShouldContain("class=\"map-area is-work\"");
    }

    [Fact]
    public async Task Without_the_right_to_see_services_none_is_named_and_without_incidents_it_says_so()
    {
        var (account, service) = await ServiceAsync("Hemliga Hanna");
        var id = await portal.World.IncidentAsync("Avbrott", services: [service]);
        var browser = await BrowserAsync(account, Right.ViewInvoices);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/network") + await browser.GetStringAsync($"/network/incidents/{id}") + await browser.GetStringAsync("/api/v1/incidents"));
        page.ShouldContain("Berör era tjänster");
        page.ShouldNotContain("Hemliga Hanna");
        page.ShouldNotContain(service.ToString());

        var other = await BrowserAsync((await portal.World.OrganisationAsync($"Tomma {Guid.CreateVersion7():N}")).RootId);
        WebUtility.HtmlDecode(await other.GetStringAsync("/network")).ShouldNotContain("Berör era tjänster</h3>");
        (await other.GetAsync($"/network/incidents/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/api/v1/incidents/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_API_tells_the_same_and_narrows_to_a_mobile_network()
    {
        var (account, service) = await ServiceAsync();
        var id = await portal.World.IncidentAsync("Bara 4G+", services: [service], networks: [MobileGeneration.FourthPlus], geometry: Area);
        var browser = await BrowserAsync(account);
        var found = (await browser.GetFromJsonAsync<JsonElement>("/api/v1/incidents?network=4G%2B")).EnumerateArray().Single(one => one.GetProperty("id").GetGuid() == id);
        found.GetProperty("facts").GetProperty("state").GetString().ShouldBe("current");
        found.GetProperty("mobileNetworks")[0].GetString().ShouldBe("4G+");
        found.GetProperty("geometry").GetProperty("type").GetString().ShouldBe("Polygon");
        (await browser.GetFromJsonAsync<JsonElement>("/api/v1/incidents?network=2G")).EnumerateArray().ShouldNotContain(one => one.GetProperty("id").GetGuid() == id);
        (await browser.GetAsync("/api/v1/incidents?network=6G")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var one = await browser.GetFromJsonAsync<JsonElement>($"/api/v1/incidents/{id}");
        (one.GetProperty("serviceCount").GetInt32(), one.GetProperty("services")[0].GetProperty("id").GetGuid()).ShouldBe((1, service));
    }

    [Fact]
    public async Task A_tile_layer_is_let_in_by_its_host_and_a_wrong_one_stops_the_start()
    {
        await using var tiled = new Portal { Configure = builder => builder.UseSetting("Map:TileUrl", "https://tiles.example/{z}/{x}/{y}.png") };
        (await tiled.NewClient().GetAsync("/login")).Headers.GetValues("Content-Security-Policy").Single().ShouldContain("img-src 'self' data: https://tiles.example;");
        new MapOptions { TileUrl = "http://tiles.example/{z}/{x}/{y}.png" }.Mistakes().ShouldHaveSingleItem();
        new MapOptions { TileUrl = "https://tiles.example/{z}.png" }.Mistakes().ShouldHaveSingleItem();
        new MapOptions { TileUrl = "https://{s}.tiles.example/{z}/{x}/{y}.png" }.Mistakes().ShouldHaveSingleItem();
        new MapOptions().Mistakes().ShouldBeEmpty();
    }

    private async Task<(Guid Account, Guid Service)> ServiceAsync(string name = "Kontoret")
    {
        var account = (await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}")).RootId;
        return (account, await portal.World.SubscriptionAsync(account, name, SubscriptionKind.Broadband));
    }

    private async Task<HttpClient> BrowserAsync(Guid account, params Right[] rights) =>
        await portal.BrowserAsync(await portal.World.UserAsync(account, rights: rights.Length == 0 ? World.AllRights : rights));

    [GeneratedRegex(@"Pågår: (?<now>\d+)\. Planerat: (?<planned>\d+)\.")]
    private static partial Regex Counts();
}
