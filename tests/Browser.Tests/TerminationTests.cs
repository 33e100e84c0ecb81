using Connect.Domain.Common;
using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>Avsluta tjänst in the browser.</summary>
[Covers("SVC-13", "in the browser, by keyboard, on a phone and without JavaScript")]
public sealed class TerminationTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData(1440, ColorScheme.Light, true)]
    [InlineData(390, ColorScheme.Dark, true)]
    [InlineData(1440, ColorScheme.Light, false)]
    public async Task A_service_is_ended_by_keyboard_and_the_end_called_off(int width, ColorScheme scheme, bool scripts)
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        var service = await portal.World.SubscriptionAsync(organisation.RootId, "Åke Ström");
        var userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, userName, passwordHash: World.PasswordHash);
        await using var screen = await portal.LoggedInAsync(userName, $"/services/{service}", width, scheme, scripts);

        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Avsluta tjänst" }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.GetByLabel("Tekniskt avslutsdatum").FillAsync(TimeProvider.System.Today().AddDays(30).ToString("yyyy-MM-dd", null));
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Det här händer" })).ToBeVisibleAsync();
        if (scripts) await screen.ShouldBeAccessibleAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Bekräfta" }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Tjänsten avslutas");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Avbryt" }).ClickAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Avbryt beställningen" }).ClickAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("är avbruten");
        await screen.Page.Locator("main dl").GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Link, new() { Name = "Avsluta tjänst" })).ToBeVisibleAsync();
    }
}
