using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Connect.Application.Common.Security;
using Connect.Domain.Tickets;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Tickets;

/// <summary>Tickets on their pages, without JavaScript.</summary>
public sealed partial class TicketPageTests : IAsyncLifetime
{
    private static readonly Stmt CountTickets = "SELECT COUNT(*) FROM Ticket";
    private readonly Portal _portal = new();
    private TestOrganisation _own = null!;
    private string _account = "";
    private UserIdentity _user = null!;
    private HttpClient _anna = null!;

    public async ValueTask InitializeAsync()
    {
        _own = await _portal.World.OrganisationAsync("Bolaget AB");
        _account = await _portal.World.AccountNumberAsync(_own.RootId);
        _user = await _portal.World.UserAsync(_own.RootId, "anna");
        _anna = await _portal.BrowserAsync(_user);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    [Covers("TIC-1", "click on the number opens the ticket")]
    public async Task The_number_in_the_list_opens_the_ticket()
    {
        var number = await _portal.World.TicketAsync(_own.RootId, "Ingen täckning i hissen");
        (await TextAsync("/tickets")).ShouldContain($"<a href=\"/tickets/{number}\">{number}</a>");
        (await TextAsync($"/tickets/{number}")).ShouldContain("Ingen täckning i hissen");
    }

    [Fact]
    [Covers("TIC-2", "first the type; from a service's page the service, from an account's page the account; the agreed times shown")]
    public async Task The_type_comes_first_and_the_service_is_chosen_already()
    {
        var agreement = await _portal.World.AgreementAsync(_own.Id);
        await _portal.World.SlaAsync(agreement, TicketPriority.High, "mon-fri 08:00-17:00");
        var service = await _portal.World.SubscriptionAsync(_own.RootId, "Åke Ström", phone: "+46701740605", agreementId: agreement, status: Domain.Subscriptions.SubscriptionStatus.Terminated);
        (await TextAsync($"/services/{service}")).ShouldContain($"href=\"/tickets/new?service={service}\"");
        (await TextAsync($"/accounts/{_account}")).ShouldContain($"href=\"/tickets/new?account={_account}\"");
        var types = await TextAsync($"/tickets/new?service={service}");
        foreach (var part in new[] { "Vad avser ärendet?", "Ärendet gäller Åke Ström", $"href=\"/tickets/new?type=support&service={service}\"" }) types.ShouldContain(part);
        types.ShouldNotContain("name=\"Input.Title\"");
        var form = await TextAsync($"/tickets/new?type=support&service={service}");
        foreach (var part in new[] { $"name=\"Input.ServiceId\" value=\"{service}\"", "Avtalat: svar inom 1 tim, löst inom 4 tim (vardagar 08:00–17:00)." }) form.ShouldContain(part);
        (await TextAsync($"/tickets/new?type=invoice&account={_account}")).ShouldContain($"value=\"{_account} Bolaget AB\"");
        var elsewhere = await _portal.World.SubscriptionAsync(await _portal.World.AccountAsync(_own.RootId, "Norr"), "Bo Ek");
        const string other = "Ärendet läggs på tjänstens konto, Norr.";
        (await TextAsync($"/tickets/new?type=support&account={_account}&service={elsewhere}")).ShouldContain(other);
        (await TextAsync($"/tickets/new?type=support&account={_account}&service={service}")).ShouldNotContain("Ärendet läggs på tjänstens konto");
    }

    /// <summary>It is Tuesday.</summary>
    [Fact]
    [Covers("TIC-2", "outside support hours the clock is told to wait, and when it goes on")]
    public async Task Outside_support_hours_the_clock_is_told_to_wait()
    {
        var agreement = await _portal.World.AgreementAsync(_own.Id);
        await _portal.World.SlaAsync(agreement, TicketPriority.High, "sat 10:00-14:00");
        var service = await _portal.World.SubscriptionAsync(_own.RootId, "Åke Ström", agreementId: agreement);
        var made = await SendAsync("/tickets/new?type=support", [("Input.RequestId", $"{Guid.CreateVersion7()}"), ("Input.Title", "Tyst"), ("Input.Text", "Helt."), ("Input.ServiceId", $"{service}"), ("Input.Priority", "High")]);
        var ticket = await TextAsync(made.Location!);
        foreach (var part in new[] { "väntar på supporttid, går vidare 2026-03-14 10:00", ">Väntar<" }) ticket.ShouldContain(part);
        ticket.ShouldNotContain(">Löper<");
    }

    [Fact]
    [Covers("TIC-2", "the service is found by its number on the form; nothing typed is lost")]
    public async Task The_service_is_found_by_its_number_and_what_was_typed_stays()
    {
        await _portal.World.SubscriptionAsync(_own.RootId, "Åke Ström", phone: "+46701740605");
        (string, string)[] typed = [("Input.RequestId", $"{Guid.CreateVersion7()}"), ("Input.Title", "Tyst"), ("Input.Text", ""), ("Input.Account", _account), ("Input.Priority", "Critical")];
        var wrong = await SendAsync("/tickets/new?type=support", [.. typed, ("Input.PhoneNumber", "070-174 06 99")]);
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var part in new[] { "Det finns ingen tjänst med det numret", "value=\"070-174 06 99\"", "value=\"Tyst\"" }) wrong.Html.ShouldContain(part);
        var found = await SendAsync("/tickets/new?type=support&handler=Find", [.. typed, ("Input.PhoneNumber", "0046 70 174 06 05")]);
        foreach (var part in new[] { "Åke Ström", "value=\"Tyst\"", "Ta bort tjänsten" }) found.Html.ShouldContain(part);
        found.Html.ShouldMatch("checked=\"checked\"[^>]*value=\"Critical\"");
    }

    [Fact]
    [Covers("TIC-2", "another type is chosen and what was typed stays")]
    public async Task Another_type_is_chosen_and_nothing_typed_is_lost_nor_stands_in_an_address()
    {
        var form = Guid.CreateVersion7();
        (string, string)[] typed = [("Input.RequestId", $"{form}"), ("Input.Title", "Tyst & \"stum\""), ("Input.Text", "Rad ett\nRad två"), ("Input.Account", _account), ("Input.Priority", "Critical"), ("Input.Attachments", $"{Guid.Empty} bild.png")];
        (await TextAsync("/tickets/new?type=support")).ShouldContain("formaction=\"/tickets/new?handler=Type\"");
        var types = await SendAsync("/tickets/new?handler=Type", typed, "/tickets/new?type=support");
        foreach (var part in new[] { "Vad avser ärendet?", $"name=\"Input.RequestId\" value=\"{form}\"", "name=\"Input.Title\" value=\"Tyst & \"stum\"\"", "name=\"Input.Text\" value=\"Rad ett\nRad två\"", "formaction=\"/tickets/new?type=invoice&handler=Type\"", $"value=\"{Guid.Empty} bild.png\"" }) types.Html.ShouldContain(part);
        var other = await SendAsync("/tickets/new?type=invoice&handler=Type", typed, "/tickets/new?type=support");
        other.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var part in new[] { "name=\"Input.Title\"", "Tyst & \"stum\"", "Rad ett\nRad två</textarea>", "bild.png", $"value=\"{_account}\"" }) other.Html.ShouldContain(part);
        other.Html.ShouldNotContain("Input.Priority");
        Regex.Matches(types.Html + other.Html, "(href|action)=\"[^\"]*(Tyst|Rad)").ShouldBeEmpty();
    }

    [Fact]
    [Covers("TIC-3", "scripts in a text are text; line breaks and links stay")]
    public async Task Scripts_are_text_and_line_breaks_and_links_stay()
    {
        const string evil = "<script>alert(1)</script>\n\"onmouseover=alert(2) https://example.com/a?b=1&c=\"x'><img src=x> javascript:alert(3) https://user:pw@[::1 och (https://example.se/slut).";
        var made = await SendAsync("/tickets/new?type=other", [("Input.RequestId", $"{Guid.CreateVersion7()}"), ("Input.Title", "<b>Fet</b>"), ("Input.Text", evil), ("Input.Account", _account)]);
        made.Status.ShouldBe(HttpStatusCode.Redirect);
        var html = await (await _anna.GetAsync(made.Location)).Content.ReadAsStringAsync();
        foreach (var wrong in new[] { "<script>alert", "<b>Fet", "<img src=x", "href=\"javascript" }) html.ShouldNotContain(wrong);
        foreach (var right in new[] { "&lt;script&gt;alert(1)&lt;/script&gt;&#xA;&quot;onmouseover", "href=\"https://example.com/a?b=1&amp;c=\"", "href=\"https://example.se/slut\">https://example.se/slut</a>)." }) html.ShouldContain(right);
        html.ShouldContain("rel=\"noopener noreferrer nofollow\"");
    }

    [Fact]
    [Covers("TIC-2", "a double click makes one ticket, with its files")]
    public async Task Sent_twice_it_is_one_ticket_and_its_file_is_a_download()
    {
        var form = Guid.CreateVersion7();
        var (first, second) = (await UploadAsync(form, ("bild på mast.png", Png)), await UploadAsync(form, ("bild på mast.png", Png)));
        (first.StatusCode, second.Headers.Location).ShouldBe((HttpStatusCode.Redirect, first.Headers.Location));
        (await _portal.World.Db.FirstOrDefaultAsync<int>(CountTickets)).ShouldBe(1);
        var page = await TextAsync(first.Headers.Location!.ToString());
        page.ShouldContain("bild på mast.png");
        var file = await _anna.GetAsync(FileLink().Match(page).Groups[1].Value);
        (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar).ShouldBe(("image/png", "attachment", "bild på mast.png"));
        (file.Headers.GetValues("X-Content-Type-Options").Single(), file.Headers.CacheControl!.NoStore).ShouldBe(("nosniff", true));
    }

    [Fact]
    [Covers("TIC-2", "a file of a forbidden kind or too large; the others are kept")]
    public async Task A_file_that_is_not_taken_is_said_and_the_others_are_kept()
    {
        var form = Guid.CreateVersion7();
        var refused = await UploadAsync(form, ("bra.png", Png), ("farlig.html", Encoding.UTF8.GetBytes("<script>alert(1)</script>")), ("stor.pdf", [.. "%PDF-1.7"u8, .. new byte[11 * 1024 * 1024]]));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        foreach (var part in new[] { "farlig.html går inte att bifoga", "stor.pdf är större än 10 MB", "value=\"Hur gör man?\"" }) html.ShouldContain(part);
        var kept = KeptFile().Match(html).Groups[1].Value;
        kept.ShouldEndWith(" bra.png");
        var made = await SendAsync("/tickets/new?type=other", [("Input.RequestId", $"{form}"), ("Input.Title", "Hur gör man?"), ("Input.Text", "Så?"), ("Input.Account", _account), ("Input.Attachments", kept)]);
        (await TextAsync(made.Location!)).ShouldContain("bra.png");
    }

    [Fact]
    [Covers("TIC-2", "followers who reach the account; by name what was done")]
    public async Task Followers_are_offered_for_the_account_and_told_by_name()
    {
        var north = await _portal.World.AccountAsync(_own.RootId, "Norr");
        var (bo, karl) = (await _portal.World.UserAsync(_own.RootId, "bo"), await _portal.World.UserAsync(north, "karl"));
        (await TextAsync($"/tickets/new?type=other&account={await _portal.World.AccountNumberAsync(north)}")).ShouldSatisfyAllConditions(t => t.ShouldContain("Person karl"), t => t.ShouldContain("Person bo"));
        (await TextAsync($"/tickets/new?type=other&account={_account}")).ShouldSatisfyAllConditions(t => t.ShouldNotContain("Person karl"), t => t.ShouldContain("Person bo"));
        var wrong = await SendAsync("/tickets/new?type=other", [("Input.RequestId", $"{Guid.NewGuid()}"), ("Input.Title", "Fråga"), ("Input.Text", "Hur?"), ("Input.Account", _account), ("Input.Followers", $"{karl.Id}")]);
        wrong.Html.ShouldContain("Person karl når inte kontot");
        var number = await _portal.World.TicketAsync(_own.RootId);
        await SendAsync($"/tickets/{number}?handler=Follow", [("colleague", $"{bo.Id}")], $"/tickets/{number}");
        (await TextAsync($"/tickets/{number}")).ShouldContain("Person bo följer ärendet nu.");
    }

    [Fact]
    public async Task A_service_that_is_no_id_is_not_found() => (await _anna.GetAsync("/tickets/new?type=support&service=abc")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    /// <summary>Nothing of it is read: the length that it says to have is enough.</summary>
    [Fact]
    [Covers("TIC-2", "a hundred megabytes are refused without being read")]
    public async Task A_hundred_megabytes_are_refused_before_they_are_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/tickets/new?type=other") { Content = new ByteArrayContent([1]) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        request.Content.Headers.ContentLength = 100 * 1024 * 1024;
        (await _anna.SendAsync(request, HttpCompletionOption.ResponseHeadersRead)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    [Covers("TIC-3", "answered, closed, opened again, and a new one after 14 days")]
    public async Task It_is_answered_closed_and_opened_again_for_fourteen_days()
    {
        var number = await _portal.World.TicketAsync(_own.RootId, state: TicketState.WaitingForCustomer);
        (await TextAsync($"/tickets/{number}")).ShouldContain("Vi väntar på ditt svar.");
        var empty = await SendAsync($"/tickets/{number}", [("RequestId", $"{Guid.NewGuid()}"), ("Reply", " ")], $"/tickets/{number}?answer=true");
        foreach (var part in new[] { "id=\"Reply-error\"", "href=\"#Reply\"" }) empty.Html.ShouldContain(part);
        await SendAsync($"/tickets/{number}", [("RequestId", $"{Guid.NewGuid()}"), ("Reply", "Så här.")], $"/tickets/{number}?answer=true");
        var answered = await TextAsync($"/tickets/{number}");
        foreach (var part in new[] { "Så här.", "Pågår efter svar från Person anna" }) answered.ShouldContain(part);
        (await SendAsync($"/tickets/{number}/close", [])).Location.ShouldBe($"/tickets/{number}");
        await PassAsync(14);
        (await TextAsync($"/tickets/{number}?answer=true")).ShouldContain("Ett svar öppnar det igen till och med 2026-03-24");
        await PassAsync(1);
        var late = await TextAsync($"/tickets/{number}?answer=true");
        foreach (var part in new[] { "stängdes för mer än 14 dagar sedan", "Skapa ett nytt ärende" }) late.ShouldContain(part);
        late.ShouldNotContain("name=\"Reply\"");
    }

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1];

    // The session has ended meanwhile.
    private async Task PassAsync(int days)
    {
        _portal.Clock.Advance(TimeSpan.FromDays(days));
        _anna = await _portal.BrowserAsync(_user);
    }

    private async Task<string> TextAsync(string address) => WebUtility.HtmlDecode(await _anna.GetStringOf(address));

    private async Task<(HttpStatusCode Status, string? Location, string Html)> SendAsync(string action, (string, string)[] fields, string? page = null)
    {
        var sent = await _anna.SendFormAsync(page ?? action.Replace("&handler=Find", "", StringComparison.Ordinal), action, fields);
        return (sent.StatusCode, sent.Headers.Location?.ToString(), WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync()));
    }

    private async Task<HttpResponseMessage> UploadAsync(Guid form, params (string Name, byte[] Content)[] files)
    {
        const string address = "/tickets/new?type=other";
        var token = Token().Match(await _anna.GetStringOf(address)).Groups[1].Value;
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("__RequestVerificationToken", token), ("Input.RequestId", $"{form}"), ("Input.Title", "Hur gör man?"), ("Input.Text", "Så?"), ("Input.Account", _account) })
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) content.Add(new ByteArrayContent(bytes), "Files", name);
        return await _anna.PostAsync(address, content);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("href=\"(/tickets/[^\"]+/files/[^\"]+)\"")]
    private static partial Regex FileLink();

    [GeneratedRegex("name=\"Input.Attachments\" value=\"([^\"]+)\"")]
    private static partial Regex KeptFile();
}
