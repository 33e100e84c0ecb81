using System.Text.RegularExpressions;
using Connect.Domain.Network;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>Driftinformation in the browser.</summary>
[Covers("DASH-2", "in the browser: list and map, by keyboard, on a phone and without JavaScript")]
public sealed class NetworkTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    private const string Area = """{"type":"Polygon","coordinates":[[[13.8,62.9],[15.4,62.9],[15.4,63.5],[13.8,63.5],[13.8,62.9]]]}""";
    private const string Place = """{"type":"Point","coordinates":[13.0007,55.6059]}""";

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task From_the_start_page_to_the_map_and_on_to_an_incident_and_its_service(int width, ColorScheme scheme)
    {
        await using var screen = await OpenAsync("/", width, scheme);
        var page = screen.Page;
        await Assertions.Expect(page.Locator("#network .incident").First).ToContainTextAsync("Berör era tjänster");
        await screen.ShouldFitAsync();
        await screen.ShouldBeAccessibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Karta" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?view=map#network$"));
        await Assertions.Expect(page.Locator(".map .map-county")).ToHaveCountAsync(21);
        await screen.ShouldFitAsync();
        await screen.ShouldBeAccessibleAsync();
        await screen.PictureAsync($"network-map-{width}");

        // By keyboard: from the map to its marks, open one, follow its link.
        var mark = page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Fiberbrott i Östersund") });
        await mark.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var popup = page.Locator(".leaflet-popup-content");
        await Assertions.Expect(popup).ToContainTextAsync("Berör era tjänster");
        await Assertions.Expect(page.Locator(".leaflet-popup")).ToHaveCSSAsync("opacity", "1");
        await screen.ShouldBeAccessibleAsync();
        await popup.GetByRole(AriaRole.Link, new() { Name = "Fiberbrott i Östersund" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Fiberbrott i Östersund");
        await Assertions.Expect(page.Locator(".map .map-area")).ToHaveCountAsync(1);
        await screen.ShouldFitAsync();
        await screen.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Kontoret i Östersund" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Driftstörning pågår som berör tjänsten:")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_map_is_moved_and_zoomed_by_keyboard()
    {
        await using var screen = await OpenAsync("/network?view=map", 1440, ColorScheme.Dark);
        var map = screen.Page.Locator(".map");
        await Assertions.Expect(map.Locator(".map-county").First).ToBeVisibleAsync();
        await screen.ShouldBeAccessibleAsync();
        var (county, pane) = (map.Locator(".map-county").First, map.Locator(".leaflet-map-pane"));
        var drawn = (await county.GetAttributeAsync("d"))!;
        await map.FocusAsync();
        await screen.Page.Keyboard.PressAsync("+");
        await Assertions.Expect(county).Not.ToHaveAttributeAsync("d", drawn);
        await Assertions.Expect(map.Locator(".leaflet-map-pane.leaflet-zoom-anim")).ToHaveCountAsync(0);
        var at = (await pane.GetAttributeAsync("style"))!;
        await screen.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(pane).Not.ToHaveAttributeAsync("style", at);
    }

    [Fact]
    public async Task Without_scripts_the_list_stands_beside_the_map_that_cannot_be_drawn()
    {
        await using var screen = await OpenAsync("/network?view=map", 1440, ColorScheme.Light, scripts: false);
        await Assertions.Expect(screen.Page.GetByText("Kartan behöver JavaScript.")).ToBeVisibleAsync();
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Fiberbrott i Östersund" }).ClickAsync();
        await Assertions.Expect(screen.Page.GetByText("Vi letar efter felet.")).ToBeVisibleAsync();
    }

    private async Task<Screen> OpenAsync(string path, int width, ColorScheme scheme, bool scripts = true)
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        var service = await portal.World.SubscriptionAsync(organisation.RootId, "Kontoret i Östersund", SubscriptionKind.Broadband);
        var now = TimeProvider.System.GetUtcNow();
        await portal.World.IncidentAsync("Fiberbrott i Östersund", severity: IncidentSeverity.Critical, expected: 3, services: [service], geometry: Area, updates: ["Vi letar efter felet."], isPrivate: true, now: now);
        await portal.World.IncidentAsync("Byte av switch i Malmö", IncidentKind.PlannedWork, starts: 30, expected: 33, services: [service], geometry: Place, isPrivate: true, now: now);
        var userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, userName, passwordHash: World.PasswordHash);
        return await portal.LoggedInAsync(userName, path, width, scheme, scripts);
    }
}
