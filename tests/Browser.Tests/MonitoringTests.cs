using System.Text.RegularExpressions;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>Övervakning in the browser.</summary>
[Covers("SVC-3", "in the browser: graphs, zoom by mouse and keyboard, table, on a phone and without JavaScript")]
public sealed class MonitoringTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task The_graphs_are_zoomed_by_mouse_and_keyboard_and_another_period_is_chosen(int width, ColorScheme scheme)
    {
        await using var screen = await OpenAsync(width, scheme);
        var (page, range) = (screen.Page, screen.Page.Locator(".graph-range"));
        await Assertions.Expect(page.GetByText("Uppe sedan")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".graph canvas")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator(".graph .u-legend").First).ToContainTextAsync("In");
        await screen.ShouldFitAsync();
        await screen.ShouldBeAccessibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Zooma in" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(range).ToContainTextAsync("–");
        var before = await range.TextContentAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tidigare" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(range).Not.ToHaveTextAsync(before!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Hela perioden" }).ClickAsync();
        await Assertions.Expect(range).ToBeEmptyAsync();

        var over = page.Locator(".graph .u-over").First;
        await over.ScrollIntoViewIfNeededAsync();
        var box = (await over.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width / 4, box.Y + 40);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + 50, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Assertions.Expect(range).ToContainTextAsync("–");
        await over.DblClickAsync();
        await Assertions.Expect(range).ToBeEmptyAsync();

        await page.GetByText("Visa som tabell").ClickAsync();
        await Assertions.Expect(page.Locator(".monitoring-table tbody tr").First).ToBeVisibleAsync();
        await screen.ShouldFitAsync();
        await screen.ShouldBeAccessibleAsync();
        await screen.PictureAsync($"monitoring-{width}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Vecka" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?period=week#monitoring$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Vecka" })).ToHaveAttributeAsync("aria-current", "true");
    }

    [Fact]
    public async Task Without_scripts_the_table_tells_the_same_and_the_period_is_chosen_and_exported()
    {
        await using var screen = await OpenAsync(1440, ColorScheme.Light, scripts: false);
        var page = screen.Page;
        await Assertions.Expect(page.Locator("[data-graphs]")).ToBeHiddenAsync();
        await page.GetByText("Visa som tabell").ClickAsync();
        (await page.Locator(".monitoring-table tbody tr").CountAsync()).ShouldBeGreaterThan(200);
        await page.GetByRole(AriaRole.Link, new() { Name = "Halvår" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Inget har mätts under perioden.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Dygn" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Excel" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Exportera till Excel" }).ClickAsync();
        await Assertions.Expect(page.GetByText(new Regex("^Övervakning .*xlsx"))).ToBeVisibleAsync();
    }

    private async Task<Screen> OpenAsync(int width, ColorScheme scheme, bool scripts = true)
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        var service = await portal.World.SubscriptionAsync(organisation.RootId, "Kontoret i Luleå", SubscriptionKind.Broadband);
        var now = TimeProvider.System.GetUtcNow();
        var from = now.AddTicks(-now.Ticks % TimeSpan.TicksPerHour).AddDays(-1).AddHours(1);
        await portal.World.MonitoringAsync(service, from, (int)((now - from).TotalMinutes / 5));
        var userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, userName, passwordHash: World.PasswordHash);
        return await portal.LoggedInAsync(userName, $"/services/{service}", width, scheme, scripts);
    }
}
