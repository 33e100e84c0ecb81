using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>Very long names, and what is shown for one look.</summary>
public sealed class WidthTests(BrowserPortal portal) : IClassFixture<BrowserPortal>, IAsyncLifetime
{
    private const string Phone = "+46701740605";
    private Guid _service;
    private string _userName = "";

    public async ValueTask InitializeAsync()
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        var account = await portal.World.AccountAsync(organisation.RootId, "Förvaltningsavdelningen för kommunala anläggningar och järnvägsunderhåll i Västernorrlands län, region Ångermanland-Medelpad");
        _service = await portal.World.SubscriptionAsync(account, "Anläggningssamordnaren för Storgatan 70 och Sågverksvägen 48, våning tre", phone: Phone,
            more: [("CostCentre", "4090-Anläggning"), ("EmployeeNumber", "85202"), ("EndsOn", World.Today.AddMonths(3))]);
        await portal.World.SimCardAsync(organisation.Id, _service);
        await portal.World.UsageAsync(_service, TimeProvider.System.GetUtcNow(), otherNumber: "+46812345678");
        _userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, _userName, passwordHash: World.PasswordHash);
        await portal.World.UserAsync(account, $"{_userName}.anläggningssamordnaren");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(1280)]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Long_names_push_no_column_out_of_sight(int width)
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/services", width: width);
        (await HiddenAsync(screen, ".list-scroll")).ShouldBe(0);
        await screen.PictureAsync($"long-names-{width}");
        await screen.Page.GotoAsync($"/reports/traffic?service={_service}");
        await Assertions.Expect(screen.Page.Locator(".report-rows tr")).ToHaveCountAsync(1);
        (await HiddenAsync(screen, ".report-scroll")).ShouldBe(0);
        await screen.ShouldFitAsync();
        await screen.ShouldBeAccessibleAsync();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(1024)]
    [InlineData(390)]
    public async Task No_usual_word_of_a_list_is_broken_and_the_page_is_as_wide_as_the_screen(int width)
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/users", width: width);
        await screen.ShouldFitAsync();
        (await screen.Page.Locator("td.is-wide-only", new() { HasText = "Kontoadministratör" }).EvaluateAsync<int>("""
            cell => { const word = document.createRange(); word.selectNodeContents(cell); return new Set([...word.getClientRects()].map(line => line.top)).size; }
            """)).ShouldBeLessThanOrEqualTo(1, "On a phone the account says it.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Covers("SVC-4", "hidden until asked for, in the browser")]
    public async Task PIN_and_PUK_are_hidden_again_by_a_button_and_by_loading_the_page(bool scripts)
    {
        await using var screen = await portal.LoggedInAsync(_userName, $"/services/{_service}", scripts: scripts);
        var (show, hide) = (screen.Page.GetByRole(AriaRole.Button, new() { Name = "Visa PIN och PUK" }), screen.Page.GetByRole(AriaRole.Button, new() { Name = "Dölj" }));
        await show.ClickAsync();
        await Assertions.Expect(hide).ToBeVisibleAsync();
        if (scripts) await screen.ShouldBeAccessibleAsync();
        await hide.ClickAsync();
        await show.ClickAsync();
        await Assertions.Expect(hide).ToBeVisibleAsync();
        await screen.Page.ReloadAsync();
        await Assertions.Expect(show).ToBeVisibleAsync();
    }

    [Fact, Covers("NAV-3", "on a phone, while typing")]
    public async Task On_a_phone_the_hits_come_while_somebody_types()
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/", width: 390);
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Sök på namn, nummer eller ICC" }).ClickAsync();
        await screen.Page.Locator("#search-here").PressSequentiallyAsync("förvaltnings");
        await Assertions.Expect(screen.Page.Locator(".search-list .hit").First).ToContainTextAsync("Förvaltningsavdelningen");
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/search\\?q=f%C3%B6rvaltnings$"));
        await Assertions.Expect(screen.Page.Locator("#search-said")).ToContainTextAsync("1");
        await screen.ShouldFitAsync();
        await screen.ShouldBeAccessibleAsync();
    }

    private static Task<int> HiddenAsync(Screen screen, string part) =>
        screen.Page.EvaluateAsync<int>($"(e => e.scrollWidth - e.clientWidth)(document.querySelector('{part}'))");
}
