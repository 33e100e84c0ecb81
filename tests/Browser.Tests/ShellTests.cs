using Microsoft.Playwright;

namespace Connect.Browser.Tests;

public sealed class ShellTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task The_error_page_is_accessible_and_fits(int width, ColorScheme scheme)
    {
        await using var screen = await portal.OpenAsync(width, scheme);
        await screen.Page.GotoAsync("/nothing");

        await screen.PictureAsync($"error-{width}-{scheme}");
        await screen.ShouldFitAsync();
        await screen.ShouldBeAccessibleAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Inställningar" }).ClickAsync();
        await screen.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task The_theme_is_chosen_in_the_menu_by_keyboard_and_stays()
    {
        await using var screen = await portal.OpenAsync();
        await screen.Page.GotoAsync("/nothing");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Inställningar" }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Mörkt" }).PressAsync("Enter");

        await Assertions.Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await screen.Page.ReloadAsync();
        await Assertions.Expect(screen.Page.Locator("html")).ToHaveCSSAsync("color-scheme", "dark");
    }

    [Fact]
    public async Task The_theme_is_chosen_without_JavaScript_too()
    {
        await using var screen = await portal.OpenAsync(scripts: false);
        await screen.Page.GotoAsync("/nothing");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Inställningar" }).ClickAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Mörkt" }).ClickAsync();

        await Assertions.Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_skips_to_the_content()
    {
        await using var screen = await portal.OpenAsync();
        await screen.Page.GotoAsync("/nothing");
        await screen.Page.Keyboard.PressAsync("Tab");
        await screen.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(screen.Page.Locator("main")).ToBeFocusedAsync();
    }
}
