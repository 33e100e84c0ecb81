using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>Fyll på data in the browser.</summary>
[Covers("SVC-12", "in the browser, by keyboard, on a phone and without JavaScript; a double click orders once")]
public sealed class TopUpTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData(1440, ColorScheme.Light, true)]
    [InlineData(390, ColorScheme.Dark, true)]
    [InlineData(1440, ColorScheme.Light, false)]
    public async Task A_top_up_is_ordered_by_keyboard(int width, ColorScheme scheme, bool scripts)
    {
        var name = $"Extra {Guid.CreateVersion7():N}"[..30];
        await portal.World.DataPackageAsync(name, 2_000_000_000, 79, topUp: true);
        await using var screen = await OpenAsync(width, scheme, scripts);
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Fyll på data" }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.GetByRole(AriaRole.Radio, new() { Name = name }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(screen.Page.Locator("main")).ToContainTextAsync("kan användas till och med");
        if (scripts) await screen.ShouldBeAccessibleAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Bekräfta" }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync($"{name} för ");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link, new() { Name = "Till kommande ändringar" })).ToBeVisibleAsync();
        if (scripts) await screen.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task A_double_click_orders_once()
    {
        var name = $"Extra {Guid.CreateVersion7():N}"[..30];
        await portal.World.DataPackageAsync(name, 2_000_000_000, 79, topUp: true);
        await using var screen = await OpenAsync(1440, ColorScheme.Light, true);
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Fyll på data" }).ClickAsync();
        await screen.Page.GetByRole(AriaRole.Radio, new() { Name = name }).CheckAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Bekräfta" }).DblClickAsync();

        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync($"{name} för ");
        await Assertions.Expect(screen.Page.Locator("#history").GetByText($"Påfyllning med {name}")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [Covers("SVC-12", "warnings are turned on by keyboard, for a service and for all")]
    public async Task Warnings_are_turned_on_for_a_service_and_for_all(int width, ColorScheme scheme)
    {
        await using var screen = await OpenAsync(width, scheme, true);
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Varna mig" }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Button, new() { Name = "Sluta varna mig" })).ToBeVisibleAsync();
        await screen.ShouldBeAccessibleAsync();
        await screen.Page.GotoAsync("/me");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Varna mig för alla tjänster" }).ClickAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Du får e-post");
        await screen.ShouldBeAccessibleAsync();
    }

    private async Task<Screen> OpenAsync(int width, ColorScheme scheme, bool scripts)
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        var service = await portal.World.SubscriptionAsync(organisation.RootId, "Åke Ström", dataPackageId: await portal.World.DataPackageAsync());
        var userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, userName, passwordHash: World.PasswordHash);
        return await portal.LoggedInAsync(userName, $"/services/{service}", width, scheme, scripts);
    }
}
