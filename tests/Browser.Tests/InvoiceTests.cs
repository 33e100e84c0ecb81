using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>Fakturor in the browser.</summary>
[Covers("INV-1", "in the browser, by keyboard and on a phone")]
[Covers("INV-2", "in the browser, PDF and zip")]
public sealed class InvoiceTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task From_the_tile_to_the_list_to_an_invoice_and_its_PDF_by_keyboard(int width, ColorScheme scheme)
    {
        var (userName, number) = await FillAsync();
        await using var screen = await portal.LoggedInAsync(userName, "/", width, scheme, true);
        await FollowAsync(screen, screen.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Obetalda fakturor") }));
        await Assertions.Expect(screen.Page.Locator(".list-table tbody tr")).ToHaveCountAsync(3);
        await screen.ShouldBeAccessibleAsync();
        await FollowAsync(screen, screen.Page.GetByRole(AriaRole.Link, new() { Name = number, Exact = true }));
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Faktura {number}");
        await Assertions.Expect(screen.Page.Locator("main")).ToContainTextAsync("Åke Ström");
        await screen.ShouldBeAccessibleAsync();
        var download = await screen.Page.RunAndWaitForDownloadAsync(() => FollowAsync(screen, screen.Page.GetByRole(AriaRole.Link, new() { Name = "Ladda ned PDF" })));
        download.SuggestedFilename.ShouldBe($"Faktura {number}.pdf");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Those_that_are_ticked_come_as_a_zip(int width)
    {
        var (userName, number) = await FillAsync();
        await using var screen = await portal.LoggedInAsync(userName, "/invoices", width, ColorScheme.Light, true);
        var button = screen.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Ladda ned valda") });
        await Assertions.Expect(button).ToBeDisabledAsync();
        await screen.Page.GetByRole(AriaRole.Checkbox, new() { Name = $"Välj faktura {number}" }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(button).ToHaveTextAsync("Ladda ned valda (1)");
        var download = await screen.Page.RunAndWaitForDownloadAsync(() => button.PressAsync("Enter"));
        download.SuggestedFilename.ShouldStartWith("Fakturor ");
        await using var zip = await System.IO.Compression.ZipFile.OpenReadAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        zip.Entries.ShouldHaveSingleItem().Name.ShouldBe($"Faktura {number}.pdf");
    }

    private static async Task FollowAsync(Screen screen, ILocator link)
    {
        await link.FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
    }

    private async Task<(string UserName, string Number)> FillAsync()
    {
        var world = portal.World;
        var organisation = await world.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        var (userName, key) = ($"u{Guid.CreateVersion7():N}"[..20], $"{Guid.CreateVersion7():N}"[..12]);
        await world.UserAsync(organisation.RootId, userName, passwordHash: World.PasswordHash);
        for (var i = 0; i < 3; i++)
        {
            var invoice = await world.InvoiceAsync(organisation.RootId, 100 * (i + 1), $"{key}-{i}");
            await world.InvoiceLineAsync(invoice.Id, 100 * (i + 1), "Mobil", await world.SubscriptionAsync(organisation.RootId, "Åke Ström"), "Åke Ström");
        }

        return (userName, $"{key}-1");
    }
}
