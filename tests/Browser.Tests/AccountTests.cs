using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

public sealed class AccountTests(BrowserPortal portal) : IClassFixture<BrowserPortal>, IAsyncLifetime
{
    private static readonly Stmt SelectNumber = "SELECT Number FROM Account WHERE Id = @id";
    private string _userName = "", _north = "";

    public async ValueTask InitializeAsync()
    {
        var organisation = await portal.World.OrganisationAsync("Nordvik Bygg AB");
        var north = await portal.World.AccountAsync(organisation.RootId, "Region Norr", "Norr");
        await portal.World.AccountAsync(organisation.RootId, "Söder");
        await portal.World.AccountAsync(organisation.RootId, "Gemensam inköps- och logistikadministration för anläggningsverksamheten i hela Mellansverige");
        var workshop = await portal.World.AccountAsync(north, "Verkstad");
        await portal.World.AccountAsync(workshop, "Lack");
        for (var i = 0; i < 104; i++) await portal.World.AccountAsync(workshop, $"Plats {i:000}");
        await portal.World.ContactPersonAsync(north, "Elsa Ekonom", roles: ["ekonomi", "skyddsombud"]);
        await portal.World.SubscriptionAsync(north, "Åke Ström");
        _north = (await portal.World.Db.FirstOrDefaultAsync<string>(SelectNumber, new { id = north }))!;
        _userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, _userName, passwordHash: World.PasswordHash);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    [Covers("ACC-1", "the tree by keyboard, as WAI-ARIA says")]
    public async Task The_tree_is_walked_by_keyboard()
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/accounts");
        var page = screen.Page;
        var top = page.GetByRole(AriaRole.Treeitem, new() { Name = "Nordvik Bygg AB" });
        await top.FocusAsync();
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(Item(page, "Norr")).ToBeFocusedAsync();
        await Assertions.Expect(Item(page, "Norr")).ToHaveAttributeAsync("aria-expanded", "false");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Item(page, "Norr")).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Item(page, "Verkstad")).ToBeFocusedAsync();
        await Assertions.Expect(Item(page, "Verkstad")).ToHaveAttributeAsync("aria-level", "3");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Item(page, "Lack")).ToHaveAttributeAsync("aria-setsize", "105");
        await screen.ShouldBeAccessibleAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(Item(page, "Lack")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(Item(page, "Norr")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(Item(page, "Söder")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(top).ToBeFocusedAsync();
        (await page.Locator("[role=treeitem][tabindex='0']").CountAsync()).ShouldBe(1, "One stop for Tab.");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nordvik Bygg AB", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    [Covers("ACC-1", "the same letter typed fast goes from one to the next, others spell a name")]
    public async Task The_tree_goes_to_what_begins_with_what_is_typed()
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/accounts");
        var (page, top) = (screen.Page, screen.Page.GetByRole(AriaRole.Treeitem, new() { Name = "Nordvik Bygg AB" }));
        await top.FocusAsync();
        await page.Keyboard.TypeAsync("n");
        await Assertions.Expect(Item(page, "Norr")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("n");
        await Assertions.Expect(top).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("nn");
        await Assertions.Expect(top).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("gem");
        await Assertions.Expect(page.GetByRole(AriaRole.Treeitem).Filter(new() { HasText = "Gemensam" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_rest_of_a_long_row_is_fetched_and_a_search_shows_the_way_to_each_hit()
    {
        await using var screen = await portal.LoggedInAsync(_userName, $"/accounts?open={_north}");
        var page = screen.Page;
        await page.Locator(".tree-line", new() { HasText = "Verkstad" }).Locator(".tree-arrow").ClickAsync();
        await page.GetByText("Visa fler (5 till)").ClickAsync();
        await Assertions.Expect(Item(page, "Plats 103")).ToBeVisibleAsync();
        await Assertions.Expect(Item(page, "Plats 103")).ToHaveAttributeAsync("aria-posinset", "105");
        await page.GetByLabel("Sök i trädet").First.FillAsync("lack");
        await Assertions.Expect(page.Locator(".tree-hits li")).ToContainTextAsync("Nordvik Bygg AB › Norr › Verkstad");
        await screen.ShouldBeAccessibleAsync();
        await page.GetByLabel("Sök i trädet").First.FillAsync("");
        await Assertions.Expect(Item(page, "Norr")).ToBeVisibleAsync();
    }

    [Fact]
    [Covers("ACC-1", "the tree without JavaScript")]
    public async Task Without_JavaScript_the_arrows_are_links()
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/accounts", scripts: false);
        await screen.Page.GetByLabel("Visa underkonton till Norr").ClickAsync();
        await screen.Page.GetByLabel("Visa underkonton till Verkstad").ClickAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Link, new() { Name = "Lack" }).First).ToBeVisibleAsync();
        await screen.Page.GetByText("Visa fler (5 till)").ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".tree").GetByText("Plats 103")).ToBeVisibleAsync();
    }

    [Fact]
    [Covers("ACC-4", "Nytt konto with the account above chosen by a part of its name")]
    public async Task An_account_is_made_under_one_that_is_chosen_by_keyboard()
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/accounts/new");
        var page = screen.Page;
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Överordnat konto" }).FillAsync("verkst");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Verkstad");
        await page.Keyboard.PressAsync("ArrowDown");
        await screen.ShouldBeAccessibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Överordnat konto" })).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^\\d+ Verkstad$"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Använd samma uppgifter" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Namn", new() { Exact = true })).ToHaveValueAsync("Verkstad");
        await page.GetByLabel("Namn", new() { Exact = true }).FillAsync("Målning");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Kontot Målning är skapat");
        await Assertions.Expect(page.Locator(".crumb")).ToContainTextAsync("Verkstad");
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Every_page_is_accessible_and_fits(int width, ColorScheme scheme)
    {
        await using var screen = await portal.LoggedInAsync(_userName, "/accounts", width, scheme);
        string[] pages = ["/accounts", $"/accounts?open={_north}", "/accounts?q=a", "/accounts/new", $"/accounts/new?under={_north}", $"/accounts/{_north}", $"/accounts/{_north}?tab=services&reach=below",
            $"/accounts/{_north}/alias", $"/accounts/{_north}/invoice-reference", $"/accounts/{_north}/address", $"/accounts/{_north}/invoice-address", $"/accounts/{_north}/contact-persons/new"];
        foreach (var page in pages)
        {
            (await screen.Page.GotoAsync(page))!.Status.ShouldBe(200, page);
            await screen.PictureAsync($"{page.Replace('/', '_').Replace('?', '_')}-{width}-{scheme}");
            await screen.ShouldFitAsync();
            await screen.ShouldBeAccessibleAsync();
        }

        await screen.Page.GotoAsync($"/accounts/{_north}");
        foreach (var link in new[] { "Redigera Elsa Ekonom", "Ta bort Elsa Ekonom" })
        {
            await screen.Page.GotoAsync($"/accounts/{_north}");
            await screen.Page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
            await screen.ShouldBeAccessibleAsync();
        }
    }

    private static ILocator Item(IPage page, string name) => page.GetByRole(AriaRole.Treeitem, new() { Name = name, Exact = true });
}
