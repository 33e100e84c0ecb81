using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>Flytta till annat konto in the browser.</summary>
[Covers("SVC-11", "in the browser, on a phone and without JavaScript")]
public sealed class MoveTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData(1440, ColorScheme.Light, true)]
    [InlineData(390, ColorScheme.Dark, true)]
    [InlineData(1440, ColorScheme.Light, false)]
    public async Task A_service_is_moved_to_an_account_that_a_part_of_its_name_finds(int width, ColorScheme scheme, bool scripts)
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        await portal.World.AccountAsync(organisation.RootId, "Verkstaden i Åmål");
        var service = await portal.World.SubscriptionAsync(organisation.RootId, "Åke Ström");
        var userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, userName, passwordHash: World.PasswordHash);
        await using var screen = await portal.LoggedInAsync(userName, $"/services/{service}", width, scheme, scripts);

        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Flytta till annat konto" }).ClickAsync();
        if (scripts) await screen.ShouldBeAccessibleAsync();
        await screen.Page.Locator("#Account").FillAsync("åmål");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();

        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Tjänsten flyttas");
        await Assertions.Expect(screen.Page.Locator("main")).ToContainTextAsync("Flytt · till Verkstaden i Åmål");
    }
}
