using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Connect.Domain.Network;
using Connect.TestKit;

namespace Connect.Web.Tests.Network;

[Covers("DASH-3", "Mobilnätet on the start page, large and by the API")]
public sealed class MobileNetworkPageTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private const string Layer = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"level":"good"},"geometry":{"type":"Polygon","coordinates":[[[14,59],[16,59],[16,60],[14,60],[14,59]]]}}]}""";
    private const string Kiruna = """{"type":"Polygon","coordinates":[[[19,67],[21,67],[21,68.1],[19,68.1],[19,67]]]}""";
    private static bool _isMade;

    public async ValueTask InitializeAsync()
    {
        if (_isMade) return;
        _isMade = true;
        await portal.World.CoverageAsync(MobileGeneration.Fifth, CoverageLevel.Good, Layer, 14, 59, 16, 60);
        await portal.World.CoverageAsync(MobileGeneration.Second, CoverageLevel.VeryGood, Layer, 14, 59, 16, 60);
        await portal.World.IncidentAsync("Mast nere", networks: [MobileGeneration.Fifth]);
        await portal.World.IncidentAsync("Bara 2G", networks: [MobileGeneration.Second]);
        await portal.World.IncidentAsync("Fiber");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_place_is_sought_and_its_coverage_told_for_every_network_without_JavaScript()
    {
        var browser = await BrowserAsync();
        foreach (var path in new[] { "/", "/network" })
        {
            var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"{path}?view=mobile&net=5g&place=%C3%B6rebro"));
            page.ShouldContain("Täckning i Örebro");
            page.ShouldContain("<span>God täckning</span>");
            page.ShouldContain("<span>Mycket god täckning</span>");
            page.ShouldContain("<span>Ingen uppgift</span>");
            page.ShouldContain("data-coverage=\"/api/v1/coverage/5g\"");
            page.ShouldContain("Mast nere");
            page[page.IndexOf("Driftinformation för 5G", StringComparison.Ordinal)..].ShouldNotContain("Bara 2G");
            page.ShouldNotContain("Fiber");
            page.ShouldContain("Orter: GeoNames (CC BY 4.0).");
            page.ShouldContain($"href=\"{path}?view=mobile&net=2g&place=");
        }
    }

    [Fact]
    public async Task Several_of_a_name_are_offered_and_what_is_nowhere_says_so()
    {
        var browser = await BrowserAsync();
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/network?view=mobile&place=Hestra"));
        page.ShouldContain("<a href=\"/network?view=mobile&net=5g&place=Hestra&lat=");
        page.ShouldContain("Sök en plats eller tryck på kartan.");
        WebUtility.HtmlDecode(await browser.GetStringAsync("/network?view=mobile&place=Atlantis")).ShouldContain("Ingen ort heter så.");
        foreach (var odd in new[] { "net=7g", "lat=x&lon=y", "lat=15&lon=590", "lat=1e999&lon=15", "lat=59.27", "place=%00" })
            WebUtility.HtmlDecode(await browser.GetStringAsync($"/network?view=mobile&{odd}")).ShouldContain("Sök en plats eller tryck på kartan.", customMessage: odd);
    }

    [Fact]
    public async Task Where_the_map_is_pressed_is_told_as_a_fragment()
    {
        var browser = await BrowserAsync();
        var told = WebUtility.HtmlDecode(await browser.GetStringAsync("/network?handler=At&net=5g&lat=59.28&lon=15.21"));
        told.ShouldContain("Täckning nära Örebro");
        told.ShouldNotContain("<html");
        told.ShouldNotContain("Ingen täckning här");
        told = WebUtility.HtmlDecode(await browser.GetStringAsync("/network?handler=At&net=5g&lat=55.6&lon=13"));
        told.ShouldContain("<span>Ingen täckning</span>");
        told.ShouldContain("<b>Ingen täckning här</b>");
        foreach (var away in new[] { "lat=57.2&lon=19.9", "lat=75&lon=2" })
        {
            told = WebUtility.HtmlDecode(await browser.GetStringAsync($"/network?handler=At&net=5g&{away}"));
            told.ShouldContain("Här redovisas ingen täckning. Kartan gäller nätet i Sverige.");
            told.ShouldNotContain("Ingen täckning här");
        }
    }

    [Fact]
    public async Task What_goes_on_at_the_place_stands_beside_its_coverage_and_what_is_over_stands_apart()
    {
        await portal.World.IncidentAsync("Mast nere i Kiruna", geometry: Kiruna, networks: [MobileGeneration.Third], kinds: [Domain.Subscriptions.SubscriptionKind.Mobile]);
        await portal.World.IncidentAsync("Över i Kiruna", ended: -1, geometry: Kiruna, networks: [MobileGeneration.Third]);
        var browser = await BrowserAsync();
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/network?view=mobile&net=2g&place=Kiruna"));
        var here = page[page.IndexOf("Driftinformation här", StringComparison.Ordinal)..page.IndexOf("Driftinformation för 2G", StringComparison.Ordinal)];
        here.ShouldContain("Mast nere i Kiruna");
        here.ShouldNotContain("Över i Kiruna");
        (page.Split("Störning pågår").Length - 1).ShouldBe(3, "2G and 5G are disturbed wherever it is, 3G there.");
        var elsewhere = WebUtility.HtmlDecode(await browser.GetStringAsync("/network?handler=At&net=2g&lat=55.6&lon=13"));
        elsewhere.ShouldNotContain("Mast nere i Kiruna");
        (elsewhere.Split("Störning pågår").Length - 1).ShouldBe(2);
        var third = WebUtility.HtmlDecode(await browser.GetStringAsync("/network?view=mobile&net=3g"));
        third.IndexOf("Avslutat de senaste sju dagarna", StringComparison.Ordinal).ShouldBeLessThan(third.LastIndexOf("Över i Kiruna", StringComparison.Ordinal));
        WebUtility.HtmlDecode(await browser.GetStringAsync("/?view=mobile&net=3g&lat=67.8&lon=20.2")).ShouldContain("href=\"/network?view=mobile&net=3g&lat=67.8&lon=20.2#network\"");
        var api = await browser.GetFromJsonAsync<JsonElement>("/api/v1/incidents?latitude=67.85&longitude=20.2");
        api.EnumerateArray().Select(one => one.GetProperty("facts").GetProperty("title").GetString()).ShouldContain("Mast nere i Kiruna");
        (await browser.GetAsync("/api/v1/incidents?latitude=67.85")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact, Covers("DASH-3", "cached: a layer that a browser has is not sent again")]
    public async Task A_layer_is_sent_once_and_compressed()
    {
        var browser = await BrowserAsync();
        var first = await browser.GetAsync("/api/v1/coverage/5g");
        (first.Content.Headers.ContentType!.MediaType, await first.Content.ReadAsStringAsync()).ShouldBe(("application/geo+json", Layer));
        first.Headers.CacheControl!.ToString().ShouldBe("max-age=3600, private");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/coverage/5G") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        (await browser.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var small = new HttpRequestMessage(HttpMethod.Get, "/api/v1/coverage/5g") { Headers = { AcceptEncoding = { new("br") } } };
        (await browser.SendAsync(small)).Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await browser.GetAsync("/api/v1/coverage/3g")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/api/v1/coverage/7g")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_API_tells_of_a_place_and_finds_localities()
    {
        var browser = await BrowserAsync();
        var at = await browser.GetFromJsonAsync<JsonElement>("/api/v1/coverage-at?latitude=59.27&longitude=15.2");
        at.GetProperty("networks").EnumerateArray().Select(one => $"{one.GetProperty("network").GetString()} {one.GetProperty("level")}").ShouldBe(["2G veryGood", "3G ", "4G ", "4G+ ", "5G good"]);
        (await browser.GetAsync("/api/v1/coverage-at?latitude=15&longitude=59")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetFromJsonAsync<JsonElement>("/api/v1/places?q=%C3%85re"))[0].GetProperty("county").GetString().ShouldBe("Jämtlands län");
    }

    private async Task<HttpClient> BrowserAsync() => await portal.BrowserAsync(await portal.World.UserAsync((await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}")).RootId, rights: []));
}
