using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

public sealed class JourneyTests(BrowserPortal portal) : IClassFixture<BrowserPortal>, IAsyncLifetime
{
    private Guid _service;
    private string _userName = "";

    public async ValueTask InitializeAsync()
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        _service = await portal.World.SubscriptionAsync(organisation.RootId, "Åke Ström");
        await portal.World.SimCardAsync(organisation.Id, _service);
        await portal.World.SubscriptionAsync(organisation.RootId, "Bo Ek");
        await portal.IndexAsync();
        _userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, _userName, passwordHash: World.PasswordHash);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Covers("LIST-2", "filter in the address, with and without JavaScript")]
    public async Task The_list_is_filtered_in_its_head_and_the_address_tells_it(bool scripts)
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/services", scripts: scripts);
        await screen.Page.Locator("th", new() { HasText = "Användare" }).Locator("button[popovertarget]").ClickAsync();
        await screen.Page.Locator(":popover-open input:not([type=hidden])").First.FillAsync("åke");
        await screen.Page.Locator(":popover-open button[type=submit]").First.ClickAsync();

        await Assertions.Expect(screen.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("f\\.name=~%C3%A5ke"));
        await screen.Page.ReloadAsync();
        await Assertions.Expect(screen.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await screen.Page.GoBackAsync();
        await Assertions.Expect(screen.Page.Locator("tbody tr")).ToHaveCountAsync(2);
    }

    [Fact, Covers("SVC-6", "in the browser")]
    public async Task A_SIM_card_is_replaced_from_the_services_own_page()
    {
        await using var screen = await portal.LoggedInAsync(_userName, $"/services/{_service}");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Ersätt SIM-kort" }).ClickAsync();
        await screen.ShouldBeAccessibleAsync();
        await screen.Page.GetByLabel("Skicka nytt SIM: eSIM").CheckAsync();
        await screen.Page.GetByLabel("E-postadress").FillAsync("anna@example.com");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Bekräfta" }).ClickAsync();

        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("är mottagen");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Kommande ändringar" })).ToBeVisibleAsync();
        await screen.ShouldBeAccessibleAsync();
    }

    [Fact, Covers("NAV-3", "suggestions, by keyboard alone")]
    public async Task Anything_is_found_by_keyboard_from_any_page()
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/services");
        await screen.Page.Keyboard.PressAsync("/");
        await screen.Page.Keyboard.TypeAsync("åke s");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Åke Ström");
        await Assertions.Expect(screen.Page.Locator("#search-hits mark").First).ToHaveTextAsync("Åke S");
        await screen.ShouldBeAccessibleAsync();
        await screen.Page.Keyboard.PressAsync("ArrowDown");
        await screen.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(screen.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/services/{_service}$"));
    }

    [Fact, Covers("NAV-3", "an answer that comes after Escape does not open the suggestions anew")]
    public async Task Hits_that_come_after_Escape_stay_closed()
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/services");
        var field = screen.Page.Locator("#search");
        var hits = screen.Page.Locator("#search-hits");
        var held = new TaskCompletionSource();
        await screen.Page.RouteAsync("**/search**", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        // Where Escape leaves the text, as in Firefox; Chromium empties the field.
        await field.EvaluateAsync("field => field.addEventListener('keydown', event => { if (event.key === 'Escape') event.preventDefault(); })");
        await hits.EvaluateAsync("hits => { window.swapped = new Promise(done => hits.addEventListener('htmx:afterSwap', () => done(hits.childElementCount), { once: true })); }");
        await screen.Page.RunAndWaitForRequestAsync(() => field.FillAsync("åke s"), request => request.Url.Contains("/search", StringComparison.Ordinal));
        await field.PressAsync("Escape");
        held.SetResult();
        (await screen.Page.EvaluateAsync<int>("() => window.swapped")).ShouldBeGreaterThan(0);
        await Assertions.Expect(hits).ToBeHiddenAsync();
        await field.FillAsync("åke");
        await Assertions.Expect(hits).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Every_page_is_accessible_and_fits(ColorScheme scheme, int width)
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/", scheme: scheme, width: width);
        string[] pages = ["/", "/services", $"/services/{_service}", $"/services/{_service}/replace-sim", $"/services/{_service}/terminate", $"/services/{_service}/move", $"/services/{_service}/change", $"/services/{_service}/top-up", $"/services/{_service}/cost-cap", $"/services/{_service}/user-name", $"/services/{_service}/references", "/reports", "/reports/traffic", "/reports/calls", "/reports/all-traffic", "/reports/invoice-calls", "/reports/services?show=1", "/reports/sla?show=1", "/reports/invoice?show=1", "/reports/exports", "/reports/lists/services", "/search?q=%C3%A5ke", "/search?q=nobody", "/me", "/me/details", "/me/password", "/me/two-factor", "/me/sessions", "/me/tokens", "/me/tokens/new"];
        foreach (var page in pages)
        {
            (await screen.Page.GotoAsync(page))!.Status.ShouldBe(200, page);
            await screen.PictureAsync($"{page.Replace('/', '_').Replace('?', '_')}-{width}-{scheme}");
            await screen.ShouldFitAsync();
            await screen.ShouldBeAccessibleAsync();
        }
    }
}
