using Connect.Domain.Network;
using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>Mobilnätet in the browser.</summary>
[Covers("DASH-3", "in the browser: five networks, four colours with legend and patterns, place search, coverage where the map is pressed, by keyboard and on a phone")]
public sealed class MobileNetworkTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    private const string Layer = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"level":"good"},"geometry":{"type":"Polygon","coordinates":[[[14,56],[15,56],[15,66],[14,66],[14,56]]]}}]}""";

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Coverage_is_chosen_sought_and_pressed(int width, ColorScheme scheme)
    {
        await portal.World.Db.ExecuteAsync("DELETE FROM CoverageArea");
        await portal.World.Db.ExecuteAsync("DELETE FROM CoverageLayer");
        await portal.World.CoverageAsync(MobileGeneration.Fifth, CoverageLevel.Good, Layer, 14, 56, 15, 66);
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        var userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, userName, passwordHash: World.PasswordHash);
        await using var screen = await portal.LoggedInAsync(userName, "/", width, scheme);
        var page = screen.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Mobilnätet" }).ClickAsync();
        await Assertions.Expect(page.Locator("path.map-coverage.is-good")).ToHaveAttributeAsync("fill", "url(#cov-Good)");
        foreach (var level in new[] { "Mycket god täckning", "God täckning", "Bastäckning", "Ingen täckning" })
            await Assertions.Expect(page.Locator(".map-legend").GetByText(level, new() { Exact = true })).ToBeVisibleAsync();
        await screen.ShouldFitAsync();
        await screen.ShouldBeAccessibleAsync();
        await screen.PictureAsync($"network-mobile-{width}");

        await page.GetByLabel("Sök plats").FillAsync("östersund");
        await page.Keyboard.PressAsync("Enter");
        var told = page.Locator("[data-coverage-at]");
        await Assertions.Expect(told).ToContainTextAsync("Täckning i Östersund");
        await Assertions.Expect(page.Locator(".map-here")).ToHaveCountAsync(1);
        await screen.ShouldBeAccessibleAsync();

        // By keyboard: the middle of the map, which is moved first.
        await page.Locator(".map").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(told).Not.ToContainTextAsync("Täckning i Östersund");
        await Assertions.Expect(told).ToContainTextAsync("God täckning");
        var box = (await page.Locator(".map").BoundingBoxAsync())!;
        await page.Locator(".map").ClickAsync(new() { Position = new() { X = box.Width - 12, Y = box.Height / 2 } });
        // The edge may lie off the coast or far out, as wide as the map is.
        await Assertions.Expect(told).ToContainTextAsync(new System.Text.RegularExpressions.Regex("Ingen täckning här|Här redovisas ingen täckning"));
        await Assertions.Expect(page.GetByLabel("Sök plats")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator(".map-here")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".map")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-told"));

        // The place stays when another network is chosen, and in the address.
        await page.GetByRole(AriaRole.Link, new() { Name = "4G+", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("net=4g-plus&lat=[0-9.]+&lon=[0-9.]+#network$"));
        await Assertions.Expect(page.Locator(".map-here")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "4G+", Exact = true })).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(page.GetByText("Det finns ingen täckningskarta för 4G+.")).ToBeVisibleAsync();
        await screen.ShouldFitAsync();
    }
}
