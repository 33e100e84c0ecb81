using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

public sealed class OwnLoginTests(BrowserPortal portal) : IClassFixture<BrowserPortal>, IAsyncLifetime
{
    private string _userName = "";

    public async ValueTask InitializeAsync()
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        _userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, _userName, passwordHash: World.PasswordHash);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [Covers("AUTH-3", "in the browser")]
    public async Task An_app_is_set_up_from_the_menu_and_asked_for_at_the_next_log_in(int width, ColorScheme scheme)
    {
        await using var screen = await portal.OpenAsync(width, scheme);
        await LogInAsync(screen);
        await screen.Page.GotoAsync("/me/two-factor");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Sätt upp app" }).ClickAsync();
        await CheckAsync(screen, $"authenticator-{width}-{scheme}");
        var secret = (await screen.Page.Locator(".secret code").TextContentAsync())!;
        await screen.Page.GetByLabel("Kod", new() { Exact = true }).FillAsync(Rfc6238.Code(secret, TimeProvider.System.GetUtcNow().AddSeconds(-30)));
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Bekräfta" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".codes li")).ToHaveCountAsync(10);
        await CheckAsync(screen, $"recovery-{width}-{scheme}");
        await screen.Page.GotoAsync("/me/two-factor");
        await CheckAsync(screen, $"two-factor-{width}-{scheme}");

        await using var other = await portal.OpenAsync(width, scheme);
        await LogInAsync(other);
        await CheckAsync(other, $"login-code-{width}-{scheme}");
        await other.Page.GetByLabel("Kod", new() { Exact = true }).FillAsync(Rfc6238.Code(secret, TimeProvider.System.GetUtcNow()));
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Översikt");
    }

    [Theory]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task The_pages_around_the_password_are_accessible_and_fit(int width, ColorScheme scheme)
    {
        await using var screen = await portal.OpenAsync(width, scheme);
        await screen.Page.GotoAsync("/login");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Glömt lösenordet?" }).ClickAsync();
        await CheckAsync(screen, $"forgotten-{width}-{scheme}");
        await screen.Page.GetByLabel("Användarnamn eller e-post").FillAsync(_userName);
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Skicka länk" }).ClickAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("30 minuter");
        await CheckAsync(screen, $"forgotten-sent-{width}-{scheme}");
        await screen.Page.GotoAsync("/login/reset/no-such-link");
        await CheckAsync(screen, $"reset-ended-{width}-{scheme}");
    }

    private async Task LogInAsync(Screen screen)
    {
        await screen.Page.GotoAsync("/login");
        await screen.Page.GetByLabel("Användarnamn eller e-post").FillAsync(_userName);
        await screen.Page.GetByLabel("Lösenord").FillAsync(World.Password);
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();
        await screen.Page.WaitForURLAsync(address => !address.EndsWith("/login", StringComparison.Ordinal));
    }

    private static async Task CheckAsync(Screen screen, string name)
    {
        await screen.PictureAsync(name);
        await screen.ShouldFitAsync();
        await screen.ShouldBeAccessibleAsync();
    }
}
