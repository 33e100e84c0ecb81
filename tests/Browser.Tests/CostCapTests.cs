using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>Kreditspärr in the browser.</summary>
[Covers("SVC-12", "a cost cap is set and removed by keyboard, on a phone and without JavaScript")]
public sealed class CostCapTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData(1440, ColorScheme.Light, true)]
    [InlineData(390, ColorScheme.Dark, true)]
    [InlineData(1440, ColorScheme.Light, false)]
    public async Task It_is_set_and_removed(int width, ColorScheme scheme, bool scripts)
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        var service = await portal.World.SubscriptionAsync(organisation.RootId, "Åke Ström");
        var userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, userName, passwordHash: World.PasswordHash);
        await using var screen = await portal.LoggedInAsync(userName, $"/services/{service}", width, scheme, scripts);

        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Kreditspärr" }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.GetByLabel("Belopp per månad, kronor").FillAsync("500");
        if (scripts) await screen.ShouldBeAccessibleAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Kreditspärren är");
        if (scripts) await screen.ShouldBeAccessibleAsync();
        await screen.Page.Locator("#barrings").GetByRole(AriaRole.Link, new() { Name = "Ändra" }).ClickAsync();
        if (scripts) await screen.ShouldBeAccessibleAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Ta bort" }).ClickAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Kreditspärren är borttagen.");
    }
}
