using System.Text.RegularExpressions;
using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>Ny beställning in the browser, from the button to a service that works.</summary>
[Covers("ORD-2", "in the browser: a mobile with eSIM and two barrings for a sub-account, delivered by the simulator")]
public sealed class NewOrderTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData(1440, ColorScheme.Light, true)]
    [InlineData(390, ColorScheme.Dark, true)]
    [InlineData(1440, ColorScheme.Light, false)]
    public async Task A_mobile_is_ordered_delivered_and_listed(int width, ColorScheme scheme, bool scripts)
    {
        var (userName, service) = (await CustomerAsync(), $"Åke {Guid.CreateVersion7():N}"[..24]);
        await using var screen = await portal.LoggedInAsync(userName, "/orders", width, scheme, scripts);
        var page = screen.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Ny beställning" }).ClickAsync();
        await LookAsync(screen, scripts, $"new-order-account-{width}");
        await page.Locator("#Account").FillAsync("åmål");
        await NextAsync(page);
        await LookAsync(screen, scripts, $"new-order-category-{width}");
        await page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await NextAsync(page);
        await page.GetByRole(AriaRole.Radio, new() { Name = "Mobil Fri" }).CheckAsync();
        await NextAsync(page);
        await FillInAsync(page, service);
        await LookAsync(screen, scripts, $"new-order-details-{width}");
        await NextAsync(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Betalsamtal, Data utomlands");
        await LookAsync(screen, scripts, $"new-order-summary-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Slutför beställningen" }).DblClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("är slutförd");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/orders/[0-9]+$"));
        await LookAsync(screen, scripts, $"new-order-order-{width}");

        await DeliveredAsync(page);
        await page.GotoAsync($"/services?f.userName=~{Uri.EscapeDataString(service)}");
        await page.GetByRole(AriaRole.Link, new() { Name = service }).First.ClickAsync();
        foreach (var shown in new[] { "Aktiv", "Betalsamtal", "Data utomlands", "eSIM", "079-9" }) await Assertions.Expect(page.Locator("main")).ToContainTextAsync(shown);
        await page.GotoAsync("/orders");
        await Assertions.Expect(page.GetByText(service)).ToHaveCountAsync(1);
    }

    /// <summary>The suggestions are on their way when they are no longer wanted.</summary>
    [Fact]
    public async Task Escape_before_the_accounts_have_come_keeps_them_away()
    {
        await using var screen = await portal.LoggedInAsync(await CustomerAsync(), "/orders/new");
        var page = screen.Page;
        var (asked, free) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync(url => url.Contains("?q=", StringComparison.Ordinal), async route =>
        {
            asked.TrySetResult();
            await free.Task;
            await route.ContinueAsync();
        });
        await page.Locator("#Account").FocusAsync();
        await page.Keyboard.TypeAsync("åmål");
        await asked.Task;
        await page.Keyboard.PressAsync("Escape");
        var come = page.EvaluateAsync("() => new Promise(done => document.addEventListener('htmx:afterSettle', () => setTimeout(done)))");
        free.SetResult();
        await come;
        var options = page.Locator(".picker-list [role=option]");
        await options.First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(options.First).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#Account")).ToHaveAttributeAsync("aria-expanded", "false");
        // Asked for anew, they are shown.
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
    }

    /// <summary>Keys alone, with a number that is moved here; what was filled in is there after a reload and can be gone on with.</summary>
    [Fact]
    [Covers("ORD-2", "by keyboard; resumable")]
    public async Task It_is_filled_in_by_keyboard_and_gone_on_with_later()
    {
        await using var screen = await portal.LoggedInAsync(await CustomerAsync(), "/orders/new");
        var page = screen.Page;
        await page.Locator("#Account").FocusAsync();
        await page.Keyboard.TypeAsync("åmål");
        await page.Locator(".picker-list [role=option]").First.WaitForAsync();
        foreach (var key in new[] { "ArrowDown", "Enter", "Enter" }) await page.Keyboard.PressAsync(key);
        await page.GetByRole(AriaRole.Radio).First.FocusAsync();
        foreach (var key in new[] { "Space", "Enter" }) await page.Keyboard.PressAsync(key);
        await page.GetByRole(AriaRole.Radio, new() { Name = "Mobil Fri" }).FocusAsync();
        foreach (var key in new[] { "Space", "Enter" }) await page.Keyboard.PressAsync(key);
        await page.GetByLabel("Flytta ett nummer hit").CheckAsync();
        await Assertions.Expect(page.GetByLabel("Mobilnummer som flyttas")).ToBeVisibleAsync();
        await page.GetByLabel("Nytt nummer").CheckAsync();
        await Assertions.Expect(page.GetByLabel("Mobilnummer som flyttas")).ToBeHiddenAsync();
        await FillInAsync(page, "Åke Tangent");
        await page.Locator("#Details_UserName").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/summary$"));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Åke Tangent");

        await page.GotoAsync("/orders/new");
        await screen.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Fortsätt med" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Uppgifter" }).ClickAsync();
        await Assertions.Expect(page.Locator("#Details_UserName")).ToHaveValueAsync("Åke Tangent");
        await Assertions.Expect(page.GetByLabel("Betalsamtal")).ToBeCheckedAsync();
    }

    private async Task<string> CustomerAsync()
    {
        var (world, userName) = (portal.World, $"u{Guid.CreateVersion7():N}"[..24]);
        var organisation = await world.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        await world.AccountAsync(organisation.RootId, "Verkstaden i Åmål");
        await world.AgreementAsync(organisation.Id, products: [await world.ProductAsync(name: "Mobil Fri", monthly: 249, oneTime: 195)]);
        await world.PriceListAsync($"Fri {userName}");
        await world.UserAsync(organisation.RootId, userName, passwordHash: World.PasswordHash);
        return userName;
    }

    private static async Task FillInAsync(IPage page, string service)
    {
        await page.Locator("#Details_UserName").FillAsync(service);
        await page.GetByLabel("eSIM").CheckAsync();
        await page.Locator("#Details_Email").FillAsync("ake@example.com");
        await page.Locator("[name='Details.PriceList']").First.CheckAsync();
        await page.Locator("[value=PremiumCalls]").CheckAsync();
        await page.Locator("[value=RoamingData]").CheckAsync();
    }

    /// <summary>The simulator takes a second for each of its steps; the page is looked at until it has.</summary>
    private async Task DeliveredAsync(IPage page)
    {
        for (var i = 0; i < 40 && !(await page.Locator("#order-state").InnerTextAsync()).Contains("Levererad", StringComparison.Ordinal); i++)
        {
            await portal.WorkAsync();
            await page.ReloadAsync();
        }

        await Assertions.Expect(page.Locator("#order-state")).ToHaveTextAsync("Levererad");
    }

    private static async Task NextAsync(IPage page)
    {
        var from = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = "Nästa" }).ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(from);
    }

    private static async Task LookAsync(Screen screen, bool scripts, string name)
    {
        await screen.ShouldFitAsync();
        await screen.Page.EvaluateAsync("scrollTo(0, 0)"); // what the bar lies over is no target just then
        if (scripts) await screen.ShouldBeAccessibleAsync();
        await screen.PictureAsync(name);
    }
}
