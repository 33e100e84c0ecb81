using ClosedXML.Excel;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>Several services at once in the browser.</summary>
[Covers("SVC-15", "in the browser, by keyboard, on a phone and without JavaScript")]
public sealed class BulkTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData(1440, ColorScheme.Light, true)]
    [InlineData(390, ColorScheme.Dark, true)]
    [InlineData(1440, ColorScheme.Light, false)]
    public async Task From_the_list_to_the_preview_to_the_result(int width, ColorScheme scheme, bool scripts)
    {
        var userName = await FillAsync();
        await using var screen = await portal.LoggedInAsync(userName, "/services", width, scheme, scripts);
        var page = screen.Page;
        foreach (var name in new[] { "Åke Ström", "Bo Berg", "Linje Väst" })
        {
            await page.GetByRole(AriaRole.Checkbox, new() { Name = $"Välj {name}", Exact = true }).FocusAsync();
            await page.Keyboard.PressAsync("Space");
        }

        await LookAsync(screen, "bulk-list", width, scheme, scripts);
        await PressAsync(screen, page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Ändra valda") }));
        await Assertions.Expect(page.Locator("main, .page-head").First).ToContainTextAsync("3 valda tjänster.");
        await LookAsync(screen, "bulk-kinds", width, scheme, scripts);
        await PressAsync(screen, page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Lägg till spärrar") }));
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Förhandsgranska" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Betalsamtal") }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await LookAsync(screen, "bulk-form", width, scheme, scripts);
        await PressAsync(screen, page.GetByRole(AriaRole.Button, new() { Name = "Förhandsgranska" }));
        await UntilAsync(screen, scripts, page.GetByText("2 av 3 tjänster ändras när du bekräftar."));
        await Assertions.Expect(page.Locator(".bulk-table")).ToContainTextAsync("Det här finns bara för mobiltelefoni");
        await LookAsync(screen, "bulk-preview", width, scheme, scripts);
        await PressAsync(screen, page.GetByRole(AriaRole.Button, new() { Name = "Bekräfta: ändra 2 tjänster" }));
        await UntilAsync(screen, scripts, page.GetByText("2 gjorda, 0 misslyckade, 1 utelämnade från början."));
        await LookAsync(screen, "bulk-done", width, scheme, scripts);
        var file = await page.RunAndWaitForDownloadAsync(() => PressAsync(screen, page.GetByRole(AriaRole.Link, new() { Name = "Hämta Excel" })));
        file.SuggestedFilename.ShouldStartWith("Lägg till spärrar ");
        await PressAsync(screen, page.GetByRole(AriaRole.Link, new() { Name = "Flera tjänster" }));
        await Assertions.Expect(page.Locator(".bulk-jobs li")).ToHaveCountAsync(1);
        await LookAsync(screen, "bulk-jobs", width, scheme, scripts);
        await PressAsync(screen, page.GetByRole(AriaRole.Link, new() { Name = "Lägg till spärrar" }));
        await PressAsync(screen, page.GetByRole(AriaRole.Link, new() { Name = "Åke Ström" }));
        await Assertions.Expect(page.Locator("#barrings")).ToContainTextAsync("Betalsamtal");
    }

    [Theory]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task A_template_is_filled_in_and_each_row_has_its_own_value(int width, ColorScheme scheme)
    {
        var userName = await FillAsync();
        await using var screen = await portal.LoggedInAsync(userName, "/services/bulk", width, scheme);
        var page = screen.Page;
        await LookAsync(screen, "bulk-empty", width, scheme, true);
        await PressAsync(screen, page.GetByRole(AriaRole.Link, new() { Name = "Excelfil med tjänster" }));
        await PressAsync(screen, page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Kostnadsställe och anställningsnummer") }));
        await Assertions.Expect(page.GetByLabel("Excelfil med tjänster")).ToBeVisibleAsync();
        var template = await page.RunAndWaitForDownloadAsync(() => PressAsync(screen, page.GetByRole(AriaRole.Link, new() { Name = "Hämta mall" })));
        await LookAsync(screen, "bulk-file", width, scheme, true);
        await page.GetByLabel("Excelfil med tjänster").SetInputFilesAsync(Filled(await template.PathAsync(), userName));
        await PressAsync(screen, page.GetByRole(AriaRole.Button, new() { Name = "Förhandsgranska" }));
        await UntilAsync(screen, true, page.GetByText("2 av 3 tjänster ändras när du bekräftar."));
        await Assertions.Expect(page.Locator(".bulk-table")).ToContainTextAsync("Kostnadsställe: tomt → 4711");
        await Assertions.Expect(page.Locator(".bulk-table")).ToContainTextAsync("Tjänsten finns inte.");
        await LookAsync(screen, "bulk-file-preview", width, scheme, true);
        await PressAsync(screen, page.GetByRole(AriaRole.Button, new() { Name = "Kasta" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Inget ändrades.");
    }

    [Fact]
    public async Task What_is_chosen_stays_chosen_while_pages_are_turned()
    {
        var userName = await FillAsync(12);
        await using var screen = await portal.LoggedInAsync(userName, "/services?size=10&f.name=~Anv%C3%A4ndare");
        var page = screen.Page;
        var button = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Ändra valda") });
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Välj Användare 01" }).CheckAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Nästa sida" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Välj Användare 12" }).CheckAsync();
        await Assertions.Expect(button).ToHaveTextAsync("Ändra valda (2)");
        await page.GetByRole(AriaRole.Link, new() { Name = "Föregående sida" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Välj Användare 01" })).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Välj alla på sidan" }).CheckAsync();
        await Assertions.Expect(button).ToHaveTextAsync("Ändra valda (11)");
        await button.ClickAsync();
        await Assertions.Expect(page.Locator(".page-head")).ToContainTextAsync("11 valda tjänster.");
    }

    private static FilePayload Filled(string template, string key)
    {
        using var empty = File.OpenRead(template);
        using var book = new XLWorkbook(empty);
        var sheet = book.Worksheets.Single();
        string[][] rows = [[Phone(key, 1), "Åke Ström", "4711"], [Phone(key, 2), "Bo Berg", "4712"], ["070-174 06 99", "Ingen", "4713"]];
        for (var i = 0; i < rows.Length; i++)
            for (var k = 0; k < rows[i].Length; k++) sheet.Cell(i + 2, k + 1).SetValue(rows[i][k]);
        using var file = new MemoryStream();
        book.SaveAs(file);
        return new() { Name = "Tjänster.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = file.ToArray() };
    }

    private static async Task PressAsync(Screen screen, ILocator control)
    {
        await control.First.FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task LookAsync(Screen screen, string name, int width, ColorScheme scheme, bool scripts)
    {
        await screen.PictureAsync($"{name}-{width}-{scheme}");
        await screen.ShouldFitAsync();
        if (scripts) await screen.ShouldBeAccessibleAsync();
    }

    /// <summary>With scripts the page comes to it by itself; without it is loaded anew.</summary>
    private async Task UntilAsync(Screen screen, bool scripts, ILocator text)
    {
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/services/bulk/[0-9a-f-]{36}"));
        await portal.WorkAsync();
        // Without scripts nothing moves, and the program's own worker may be at it still.
        for (var tries = 0; !scripts && tries < 100 && !await text.IsVisibleAsync(); tries++)
        {
            await portal.WorkAsync();
            await screen.Page.ReloadAsync();
        }

        await Assertions.Expect(text).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    private static string Phone(string key, int number) => $"+4670{Math.Abs(key.GetHashCode(StringComparison.Ordinal)) % 1_000_000:000000}{number}";

    private async Task<string> FillAsync(int more = 0)
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        var userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.SubscriptionAsync(organisation.RootId, "Åke Ström", phone: Phone(userName, 1));
        await portal.World.SubscriptionAsync(organisation.RootId, "Bo Berg", phone: Phone(userName, 2));
        await portal.World.SubscriptionAsync(organisation.RootId, "Linje Väst", SubscriptionKind.Broadband);
        for (var i = 1; i <= more; i++) await portal.World.SubscriptionAsync(organisation.RootId, $"Användare {i:00}");
        await portal.World.UserAsync(organisation.RootId, userName, passwordHash: World.PasswordHash);
        return userName;
    }
}
