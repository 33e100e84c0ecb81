using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Connect.Domain.Tickets;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>A ticket from a service's page until it is opened again, with the operator's support at the other end of the integration API.</summary>
public sealed class TicketTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    private static readonly Stmt SelectMails = "SELECT Subject FROM OutgoingMessage WHERE Recipient = @mail AND Channel = 1";

    [Theory]
    [Covers("TIC-2", "from a service's page, with its priority and the agreed times, in the browser and by keyboard")]
    [Covers("TIC-3", "answered by the operator, mailed, answered, closed and opened again")]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task A_ticket_goes_from_a_service_to_the_operator_and_back(int width, ColorScheme scheme)
    {
        var (service, userName) = await WorldAsync();
        await using var screen = await portal.LoggedInAsync(userName, $"/services/{service}", width, scheme);
        var page = screen.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Skapa ärende" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Ärendet gäller Åke Ström")).ToBeVisibleAsync();
        await LookAsync(screen, $"ticket-type-{width}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Support" }).First.PressAsync("Enter");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Normal" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Hög" })).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("form.card-body")).ToContainTextAsync(new Regex("svar inom 1 tim, löst inom 4 tim \\(dygnet runt\\)"));
        await LookAsync(screen, $"ticket-form-{width}");
        await page.GetByLabel("Rubrik").FillAsync("Ingen täckning");
        await page.GetByLabel("Beskrivning").FillAsync("Det är tyst.\nHelt tyst.");
        await page.GetByLabel("Rubrik").PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("är skapat");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(new Regex("Svar inom 1 tim.*Löper", RegexOptions.Singleline));
        var number = Regex.Match(page.Url, "\\d+$").Value;
        (await AnswerAsync(number)).ShouldBe(HttpStatusCode.NoContent);
        await portal.WorkAsync();
        (await portal.World.Db.ListAsync<string>(SelectMails, new { mail = userName + "@example.com" })).ShouldHaveSingleItem().ShouldContain($"svar i ärende {number}, Ingen täckning");

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".message.is-operator")).ToContainTextAsync("Har ni provat att starta om?");
        await Assertions.Expect(page.GetByText("Vi väntar på ditt svar.")).ToBeVisibleAsync();
        await LookAsync(screen, $"ticket-{width}");
        await ReplyAsync(page, "Ja, flera gånger.");
        await Assertions.Expect(page.Locator(".message").Last).ToContainTextAsync("Ja, flera gånger.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Stäng ärendet" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stäng ärendet" }).ClickAsync();
        await Assertions.Expect(page.Locator(".happened").Last).ToContainTextAsync("stängde ärendet");
        await ReplyAsync(page, "Nu är det tyst igen.");
        await Assertions.Expect(page.Locator(".happened").Last).ToContainTextAsync("återupptog ärendet");
        await page.GotoAsync("/tickets");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Pågår");
        await LookAsync(screen, $"tickets-{width}");
    }

    private static async Task ReplyAsync(IPage page, string text)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Svara" }).First.ClickAsync();
        await page.GetByLabel("Ditt svar").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Svaret är skickat");
    }

    private static async Task LookAsync(Screen screen, string name)
    {
        await screen.ShouldFitAsync();
        await screen.ShouldBeAccessibleAsync();
        await screen.PictureAsync(name);
    }

    private async Task<HttpStatusCode> AnswerAsync(string number)
    {
        using var support = new HttpClient { BaseAddress = new Uri(portal.Address) };
        support.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await portal.World.OperatorKeyAsync("integration"));
        return (await support.PostAsJsonAsync($"/api/v1/operator/tickets/{number}/messages",
            new { id = "A-1", text = "Har ni provat att starta om?", author = "Sara", state = "waitingForCustomer" })).StatusCode;
    }

    private async Task<(Guid Service, string UserName)> WorldAsync()
    {
        var organisation = await portal.World.OrganisationAsync($"Bolaget {Guid.CreateVersion7():N}");
        var agreement = await portal.World.AgreementAsync(organisation.Id);
        foreach (var priority in Enum.GetValues<TicketPriority>()) await portal.World.SlaAsync(agreement, priority);
        var userName = $"u{Guid.CreateVersion7():N}"[..20];
        await portal.World.UserAsync(organisation.RootId, userName, passwordHash: World.PasswordHash);
        await portal.World.UserAsync(organisation.RootId, $"bo{userName}");
        return (await portal.World.SubscriptionAsync(organisation.RootId, "Åke Ström", agreementId: agreement), userName);
    }
}
