using System.Text.RegularExpressions;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

[Covers("SVC-8", "in the browser")]
public sealed class ForwardingTests(BrowserPortal portal) : IClassFixture<BrowserPortal>, IAsyncLifetime
{
    private Guid _service;
    private string _userName = "";

    public async ValueTask InitializeAsync()
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        _service = await portal.World.SubscriptionAsync(organisation.RootId, "Åke Ström", SubscriptionKind.PbxUser);
        _userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, _userName, passwordHash: World.PasswordHash);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Forwardings_are_set_by_the_green_plus_and_removed_in_their_row_by_keyboard_alone()
    {
        await using var screen = await portal.LoggedInAsync(_userName, $"/services/{_service}");
        var page = screen.Page;
        await FollowAsync(page, "Lägg till vidarekoppling");
        await page.GetByLabel("Vidarekoppla vid upptaget").FocusAsync();
        await page.Keyboard.TypeAsync("112");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("nödnumret 112");
        await page.GetByLabel("Vidarekoppla vid upptaget").FillAsync("+46 8 465 004 11");
        await page.GetByLabel("Vidarekoppla efter ringtid").FillAsync("070-174 06 99");
        await page.GetByLabel("Ringtid", new() { Exact = true }).SelectOptionAsync("25");
        await page.GetByLabel("Vidarekoppla efter ringtid").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main form li")).ToHaveTextAsync([new Regex(@"Vid upptaget till 08-465.004.11"), new Regex(@"Efter 25 s ringtid till 070-174.06.99")]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekräfta" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Skickat till operatören: Vid upptaget till");
        await portal.WorkAsync();
        // Without loading the page again.
        await Assertions.Expect(page.Locator("#forwardings li")).ToHaveTextAsync([new Regex(@"Vid upptaget\s.*\s+sedan"), new Regex(@"Efter 25 s\s.*\s+sedan")], new() { Timeout = 20_000 });

        await FollowAsync(page, "Ta bort vidarekopplingen: Vid upptaget");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekräfta" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("tas bort");
        await portal.WorkAsync();
        await Assertions.Expect(page.Locator("#forwardings li")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_filled_in_can_be_gone_back_to_with_and_without_JavaScript(bool scripts)
    {
        await using var screen = await portal.LoggedInAsync(_userName, $"/services/{_service}/forwardings", scripts: scripts);
        var field = screen.Page.GetByLabel("Direkt vidarekoppling");
        await field.FillAsync("0046 8 465 004 12");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Ändra" }).ClickAsync();
        await Assertions.Expect(field).ToHaveValueAsync("0046 8 465 004 12");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Bekräfta" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#forwardings")).ToContainTextAsync("Direkt till 08-465");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Every_step_is_accessible_and_fits(ColorScheme scheme, int width)
    {
        await portal.World.ForwardingAsync(_service, CallForwardingKind.Unconditional, "+46846500412");
        await portal.World.ForwardingAsync(_service, CallForwardingKind.NoReply, "+46701740699", 20);
        await using var screen = await portal.LoggedInAsync(_userName, $"/services/{_service}", scheme: scheme, width: width);
        await LookAsync(screen, "panel");
        await screen.Page.GotoAsync($"/services/{_service}/forwardings?remove=NoReply");
        await LookAsync(screen, "remove");
        await screen.Page.GotoAsync($"/services/{_service}/forwardings");
        await LookAsync(screen, "form");
        await screen.Page.GetByLabel("Vidarekoppla vid upptaget").FillAsync("hej");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await LookAsync(screen, "errors");
        await screen.Page.GetByLabel("Vidarekoppla vid upptaget").FillAsync("08-465 004 13");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await LookAsync(screen, "review");

        async Task LookAsync(Screen seen, string name)
        {
            await seen.PictureAsync($"forwardings-{name}-{width}-{scheme}");
            await seen.ShouldFitAsync();
            await seen.ShouldBeAccessibleAsync();
        }
    }

    private static async Task FollowAsync(IPage page, string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
