using System.Text.RegularExpressions;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

[Covers("SVC-7", "in the browser")]
public sealed class BarringTests(BrowserPortal portal) : IClassFixture<BrowserPortal>, IAsyncLifetime
{
    private Guid _service;
    private string _userName = "";

    public async ValueTask InitializeAsync()
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        _service = await portal.World.SubscriptionAsync(organisation.RootId, "Åke Ström");
        _userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, _userName, passwordHash: World.PasswordHash);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Barrings_are_added_by_the_green_plus_and_removed_in_their_row_by_keyboard_alone()
    {
        await using var screen = await portal.LoggedInAsync(_userName, $"/services/{_service}");
        await FollowAsync(screen.Page, "Lägg till spärr");
        await screen.Page.GetByLabel("Betalsamtal").FocusAsync();
        await screen.Page.Keyboard.PressAsync("Space");
        await screen.Page.GetByLabel("Data utomlands").FocusAsync();
        await screen.Page.Keyboard.PressAsync("Space");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Lägg till" }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Page.Locator("main form li")).ToHaveTextAsync([new Regex("Betalsamtal"), new Regex("Data utomlands")]);
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Bekräfta" }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Skickat till operatören: Betalsamtal, Data utomlands.");
        await portal.WorkAsync();
        // Without loading the page again.
        await Assertions.Expect(screen.Page.Locator("#barrings li")).ToHaveTextAsync([new Regex(@"Betalsamtal\s+sedan"), new Regex(@"Data utomlands\s+sedan")], new() { Timeout = 20_000 });

        await FollowAsync(screen.Page, "Ta bort spärren Betalsamtal");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Bekräfta" }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("tas bort");
        await portal.WorkAsync();
        await Assertions.Expect(screen.Page.Locator("#barrings li")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_phone_is_barred_in_one_step_and_a_new_SIM_card_offered(bool scripts)
    {
        await using var screen = await portal.LoggedInAsync(_userName, $"/services/{_service}/barrings", scripts: scripts);
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Spärra allt" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("main form")).ToContainTextAsync("Allt spärras på en gång");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Bekräfta" }).ClickAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Hela tjänsten");
        await screen.Page.Locator("#barrings").GetByRole(AriaRole.Link, new() { Name = "Ersätt SIM-kort" }).ClickAsync();
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new Regex("/replace-sim$"));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Every_step_is_accessible_and_fits(ColorScheme scheme, int width)
    {
        await portal.World.BarringAsync(_service, BarringKind.AllRoaming);
        await using var screen = await portal.LoggedInAsync(_userName, "/", scheme: scheme, width: width);
        string[] queries = ["", "?review=true", "?review=true&add=AllOutgoing&add=PremiumCalls", "?review=true&add=AllData", "?review=true&add=LostOrStolen", "?review=true&remove=AllRoaming"];
        foreach (var page in queries.Select(query => $"/services/{_service}/barrings{query}").Append($"/services/{_service}"))
        {
            await screen.Page.GotoAsync(page);
            await screen.PictureAsync($"barrings{page.Split('?')[^1].Replace('/', '_')}-{width}-{scheme}");
            await screen.ShouldFitAsync();
            await screen.ShouldBeAccessibleAsync();
        }
    }

    private static async Task FollowAsync(IPage page, string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
