using System.Text.RegularExpressions;
using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>A report in the browser: form, preview, Excel.</summary>
[Covers("REP-8", "in the browser, on a phone and without JavaScript")]
public sealed class ReportTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData(1440, ColorScheme.Light, true)]
    [InlineData(390, ColorScheme.Dark, true)]
    [InlineData(1440, ColorScheme.Light, false)]
    public async Task A_report_is_asked_for_looked_at_and_taken_out(int width, ColorScheme scheme, bool scripts)
    {
        await using var screen = await OpenAsync("/reports", width, scheme, scripts);
        var page = screen.Page;
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Trafikspecifikation alla tjänster") }).ClickAsync();
        await Assertions.Expect(page.GetByText("Rapporten visar enbart redan fakturerad trafik.")).ToBeVisibleAsync();
        if (scripts) await screen.ShouldBeAccessibleAsync();
        await page.GetByLabel("Period", new() { Exact = true }).SelectOptionAsync("SinceLastMonth");
        await page.GetByLabel("Datatrafik").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Samtal och meddelanden" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".report-rows tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".report-rows").First).ToContainTextAsync("070-174 06 05");
        await Assertions.Expect(page.Locator(".report-totals").First).ToContainTextAsync("12,50 kr");
        await screen.ShouldFitAsync();
        if (scripts) await screen.ShouldBeAccessibleAsync();
        await screen.PictureAsync($"report-all-{width}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Exportera till Excel" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/reports/exports$"));
        await Assertions.Expect(page.Locator(".export").First).ToContainTextAsync("Tillval: Datatrafik");
    }

    [Fact]
    public async Task Dates_are_asked_for_where_they_count()
    {
        await using var screen = await OpenAsync("/reports/traffic", 1440, ColorScheme.Light, scripts: true);
        var page = screen.Page;
        await Assertions.Expect(page.GetByLabel("Från och med")).ToBeHiddenAsync();
        await page.GetByLabel("Period", new() { Exact = true }).SelectOptionAsync("Own");
        await page.GetByLabel("Från och med").FillAsync("2999-01-01");
        await page.GetByLabel("Till och med").FillAsync("2999-01-02");
        await page.GetByLabel("Nummer", new() { Exact = true }).FillAsync("070-174 06 05");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#From-error")).ToContainTextAsync("Perioden har inte börjat än.");
        await Assertions.Expect(page.GetByLabel("Från och med")).ToHaveValueAsync("2999-01-01");
        await screen.ShouldBeAccessibleAsync();
    }

    private async Task<Screen> OpenAsync(string page, int width, ColorScheme scheme, bool scripts)
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        var service = await portal.World.SubscriptionAsync(organisation.RootId, "Åsa Öberg", phone: "+46701740605");
        var now = TimeProvider.System.GetUtcNow();
        await portal.World.UsageAsync(service, now, charge: 12.5m);
        await portal.World.UsageAsync(service, now, Domain.Subscriptions.TrafficType.Data, amount: 2_000_000, charge: 0);
        var userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, userName, passwordHash: World.PasswordHash);
        return await portal.LoggedInAsync(userName, page, width, scheme, scripts);
    }
}
