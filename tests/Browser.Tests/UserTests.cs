using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

public sealed class UserTests(BrowserPortal portal) : IClassFixture<BrowserPortal>, IAsyncLifetime
{
    private string _userName = "";
    private Guid _vera;

    public async ValueTask InitializeAsync()
    {
        var organisation = await portal.World.OrganisationAsync("Nordvik Bygg AB");
        var north = await portal.World.AccountAsync(organisation.RootId, "Region Norr", "Norr");
        await portal.World.ContactPersonAsync(north, "Elsa Ekonom", "elsa@example.com");
        var product = await portal.World.ProductAsync(name: "Mobil");
        await portal.World.AgreementAsync(organisation.Id, products: [product]);
        _userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, _userName, passwordHash: World.PasswordHash);
        _vera = (await portal.World.UserAsync(north, $"v{Guid.CreateVersion7():N}"[..20], passwordHash: World.PasswordHash, smsTwoFactor: true)).Id;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    [Covers("USR-2", "by keyboard alone")]
    public async Task A_user_is_made_by_keyboard()
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/users/new");
        var page = screen.Page;
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Kontaktperson" }).FocusAsync();
        await page.Keyboard.TypeAsync("elsa");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Elsa Ekonom");
        await page.Keyboard.PressAsync("ArrowDown");
        await screen.ShouldBeAccessibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("E-post").Last).ToHaveValueAsync("elsa@example.com");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("norr");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Norr");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync($"elsa{Guid.CreateVersion7():N}"[..20]);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Beställa tjänster" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Bara vissa produkter" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Mobil" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        // What lies half below the bar is measured as half a target.
        await page.EvaluateAsync("window.scrollTo(0, 0)");
        await screen.ShouldBeAccessibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("En inbjudan är på väg till elsa@example.com");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Bara de här produkterna: Mobil.");
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Every_page_is_accessible_and_fits(int width, ColorScheme scheme)
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/users", width, scheme);
        string[] pages = ["/users", "/users/new", $"/users/{_vera}", $"/users/{_vera}/edit", $"/users/{_vera}/deactivate", $"/users/{_vera}/reset-two-factor"];
        foreach (var page in pages)
        {
            (await screen.Page.GotoAsync(page))!.Status.ShouldBe(200, page);
            await screen.PictureAsync($"{page.Replace('/', '_').Replace($"{_vera}", "id")}-{width}-{scheme}");
            await screen.ShouldFitAsync();
            await screen.ShouldBeAccessibleAsync();
        }

        await screen.Page.GotoAsync("/users/new");
        await screen.Page.GetByText("Ny kontaktperson").ClickAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Kontrollera uppgifterna");
        await screen.PictureAsync($"_users_new_wrong-{width}-{scheme}");
        await screen.ShouldFitAsync();
        await screen.ShouldBeAccessibleAsync();
    }
}
