using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>Externt användarnamn, cost centre and employee number in the browser.</summary>
[Covers("SVC-9", "in the browser, by keyboard, on a phone and without JavaScript")]
public sealed class ReferencesTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData(1440, ColorScheme.Light, true)]
    [InlineData(390, ColorScheme.Dark, true)]
    [InlineData(1440, ColorScheme.Light, false)]
    public async Task They_are_written_by_keyboard_and_the_list_is_filtered_by_them(int width, ColorScheme scheme, bool scripts)
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        var service = await portal.World.SubscriptionAsync(organisation.RootId, "Åke Ström");
        await portal.World.SubscriptionAsync(organisation.RootId, "Bo Berg", more: [("CostCentre", "1200")]);
        var userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, userName, passwordHash: World.PasswordHash);
        await using var screen = await portal.LoggedInAsync(userName, $"/services/{service}", width, scheme, scripts);
        var page = screen.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Externt användarnamn", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Externt användarnamn").FillAsync("ake.strom");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("4711");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("85202");
        await screen.PictureAsync($"references-{width}-{scheme}");
        await screen.ShouldFitAsync();
        if (scripts) await screen.ShouldBeAccessibleAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Uppgifterna om Åke Ström är sparade.");
        await Assertions.Expect(page.Locator("#history")).ToContainTextAsync("Kostnadsställe ändrades från (tomt) till 4711.");
        await screen.PictureAsync($"references-shown-{width}-{scheme}");
        await screen.ShouldFitAsync();
        if (scripts) await screen.ShouldBeAccessibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Ändra kostnadsställe" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Kostnadsställe")).ToHaveValueAsync("4711");
        await page.GotoAsync("/services");
        if (width < 640)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Sortera och filtrera" }).ClickAsync();
            await page.Locator("#list-sheet summary", new() { HasText = "Kostnadsställe" }).ClickAsync();
        }
        else await page.Locator("[popovertarget='filter-cost-centre']").First.ClickAsync();
        await page.Locator("input[name='fv.cost-centre']:visible").FillAsync("47");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".list-table tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".list-table tbody")).ToContainTextAsync("Åke Ström");
        await screen.ShouldFitAsync();
    }
}
