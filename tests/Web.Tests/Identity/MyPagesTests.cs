using System.Net;
using System.Text.RegularExpressions;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.TestKit;
using Connect.Web.Tests.Shell;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Identity;

public sealed partial class MyPagesTests : IAsyncLifetime
{
    private const string NewPassword = "sju sjösjuka sjömän";

    private readonly Portal _portal = new();
    private TestOrganisation _organisation = null!;
    private UserIdentity _anna = null!;

    public async ValueTask InitializeAsync()
    {
        _organisation = await _portal.World.OrganisationAsync();
        _anna = await _portal.World.UserAsync(_organisation.RootId, "anna", passwordHash: World.PasswordHash);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task New_recovery_codes_are_shown_once_and_loading_the_page_again_makes_no_others()
    {
        var browser = await _portal.BrowserAsync(await _portal.World.UserAsync(_organisation.RootId, smsTwoFactor: true));
        var made = await browser.SendFormAsync("/me/two-factor", "/me/two-factor?handler=Codes");
        made.Headers.Location!.OriginalString.ShouldBe("/me/two-factor");
        (await browser.GetStringAsync("/me/two-factor")).ShouldContain("id=\"codes-title\"");
        (await browser.GetStringAsync("/me/two-factor")).ShouldNotContain("id=\"codes-title\"");
    }

    [Fact, Covers("NAV-2", "re-authentication, and back to the page")]
    public async Task Details_are_shown_after_the_password_only_and_nothing_typed_is_lost()
    {
        var browser = await _portal.BrowserAsync(_anna);
        _portal.Clock.Advance(TimeSpan.FromMinutes(16));
        (await browser.GetAsync("/me/details")).Headers.Location!.OriginalString.ShouldBe("/login/confirm?returnUrl=%2Fme%2Fdetails");
        var confirmed = await browser.SendFormAsync("/login/confirm?returnUrl=/me/details", "/login/confirm", ("Password", World.Password), ("ReturnUrl", "/me/details"));
        confirmed.Headers.Location!.OriginalString.ShouldBe("/me/details");
        var wrong = await browser.SendFormAsync("/me/details", "/me/details", ("Input.UserName", "anna"), ("Input.Email", "anna@nowhere"), ("Input.MobileNumber", "070-174 06 06"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await wrong.Content.ReadAsStringAsync();
        page.ShouldContain("value=\"anna@nowhere\"");
        page.ShouldContain("id=\"Input_Email-error\"");
        (await browser.SendFormAsync("/me/details", "/me/details", ("Input.UserName", "anna"), ("Input.Email", "ny@example.com"), ("Input.MobileNumber", ""))).Headers.Location!.OriginalString.ShouldBe("/me");
        (await browser.GetStringOf("/me")).ShouldContain("ny@example.com");
    }

    [Fact, Covers("AUTH-2", "a new number counts after the code sent to it"), Covers("NAV-2", "mobile number")]
    public async Task A_new_number_is_shown_as_the_users_own_after_its_code_only()
    {
        var browser = await _portal.BrowserAsync(_anna);
        (await browser.GetAsync("/me/number")).Headers.Location!.OriginalString.ShouldBe("/me");
        var sent = await browser.SendFormAsync("/me/details", "/me/details", ("Input.UserName", "anna"), ("Input.Email", "anna@example.com"), ("Input.MobileNumber", "070-174 06 99"));
        sent.Headers.Location!.OriginalString.ShouldBe("/me/number");
        WebUtility.HtmlDecode(await browser.GetStringOf("/me/number")).ShouldContain("070-174\u00a006\u00a099");
        WebUtility.HtmlDecode(await browser.GetStringOf("/me")).ShouldNotContain("070-174\u00a006\u00a099");
        var wrong = await browser.SendFormAsync("/me/number", "/me/number", ("Code", "12"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("id=\"Code-error\"");
        (await browser.SendFormAsync("/me/number", "/me/number", ("Code", await SmsCodeAsync()))).Headers.Location!.OriginalString.ShouldBe("/me");
        WebUtility.HtmlDecode(await browser.GetStringOf("/me")).ShouldContain("070-174\u00a006\u00a099");
    }

    [Fact, Covers("AUTH-3", "SMS is on after its code, and off after a question only")]
    public async Task SMS_is_turned_on_by_its_code_which_is_told_where_it_was_asked_for_and_off_after_a_question()
    {
        var browser = await _portal.BrowserAsync(await _portal.World.UserAsync(_organisation.RootId));
        (await browser.SendFormAsync("/me/two-factor", "/me/two-factor?handler=Sms")).Headers.Location!.OriginalString.ShouldBe("/me/number");
        (await browser.GetStringOf("/me/number")).ShouldContain("class=\"button\" href=\"/me/two-factor\"");
        (await browser.SendFormAsync("/me/number", "/me/number", ("Code", await SmsCodeAsync()))).Headers.Location!.OriginalString.ShouldBe("/me/two-factor");
        var on = WebUtility.HtmlDecode(await browser.GetStringOf("/me/two-factor"));
        foreach (var part in new[] { "tvåfaktorsinloggning med SMS är på", "handler=Codes", "href=\"/me/two-factor/off/sms\"" }) on.ShouldContain(part);
        WebUtility.HtmlDecode(await browser.GetStringOf("/me/two-factor/off/sms")).ShouldContain("Sedan räcker lösenordet för att logga in");
        (await browser.SendFormAsync("/me/two-factor/off/sms", "/me/two-factor/off/sms")).Headers.Location!.OriginalString.ShouldBe("/me/two-factor");
        WebUtility.HtmlDecode(await browser.GetStringOf("/me/two-factor")).ShouldContain("Koder skickas inte längre med SMS.");
        (await browser.GetAsync("/me/two-factor/off/sms")).Headers.Location!.OriginalString.ShouldBe("/me/two-factor", "it is off already");
        (await browser.GetAsync("/me/two-factor/off/post")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_two_factor_is_demanded_the_last_of_it_stays()
    {
        await _portal.World.Db.ExecuteAsync("UPDATE Organisation SET RequireTwoFactor = 1");
        var browser = await _portal.BrowserAsync(await _portal.World.UserAsync(_organisation.RootId, smsTwoFactor: true));
        WebUtility.HtmlDecode(await browser.GetStringOf("/me/two-factor/off/sms")).ShouldNotContain("Sedan räcker lösenordet");
        (await browser.SendFormAsync("/me/two-factor/off/sms", "/me/two-factor/off/sms")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.GetStringOf("/me/two-factor")).ShouldContain("href=\"/me/two-factor/off/sms\"");
    }

    [Fact, Covers("NAV-2", "password")]
    public async Task A_new_password_is_taken_and_poor_ones_are_told_beside_their_field()
    {
        var browser = await _portal.BrowserAsync(_anna);
        var poor = await (await ChangeAsync(browser, World.Password, "password1234")).Content.ReadAsStringAsync();
        poor.ShouldContain("id=\"Password-error\"");
        poor.ShouldNotContain("password1234");
        (await (await ChangeAsync(browser, "wrong", NewPassword)).Content.ReadAsStringAsync()).ShouldContain("id=\"Current-error\"");
        (await ChangeAsync(browser, World.Password, NewPassword)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK, "the session that it was changed in lives on");
    }

    [Fact, Covers("AUTH-3", "app, independent code, once"), Covers("AUTH-3", "recovery codes are shown once")]
    public async Task An_app_is_set_up_by_its_secret_and_its_code_opens_the_portal_once()
    {
        var browser = await _portal.BrowserAsync(_anna);
        (await browser.SendFormAsync("/me/two-factor", "/me/two-factor?handler=Begin")).Headers.Location!.OriginalString.ShouldBe("/me/authenticator");
        var secret = SecretOf(await browser.GetStringOf("/me/authenticator"));
        var codes = await (await browser.SendFormAsync("/me/authenticator", "/me/authenticator", ("Code", Rfc6238.Code(secret, _portal.Clock.GetUtcNow())))).Content.ReadAsStringAsync();
        var recovery = Recovery().Matches(codes).Select(match => match.Value).ToList();
        recovery.Count.ShouldBe(10);
        (await browser.GetAsync("/me/authenticator")).Headers.Location!.OriginalString.ShouldBe("/me/two-factor", "the secret is shown no more");

        _portal.Clock.Advance(TimeSpan.FromSeconds(60));
        var code = Rfc6238.Code(secret, _portal.Clock.GetUtcNow());
        (await LogInAsync(code, "Authenticator")).Headers.Location!.OriginalString.ShouldBe("/");
        (await LogInAsync(code, "Authenticator")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await LogInAsync(recovery[0], "Recovery")).Headers.Location!.OriginalString.ShouldBe("/");
        (await LogInAsync(recovery[0], "Recovery")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact, Covers("AUTH-3", "demanded two-factor is set up at the next log-in")]
    public async Task Of_whom_two_factor_is_demanded_is_led_through_it_and_reaches_nothing_before()
    {
        await _portal.World.Db.ExecuteAsync("UPDATE Organisation SET RequireTwoFactor = 1");
        var client = _portal.NewClient();
        (await PasswordAsync(client)).Headers.Location!.OriginalString.ShouldStartWith("/login/two-factor");
        (await client.GetAsync("/")).Headers.Location!.OriginalString.ShouldStartWith("/login");
        (await client.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.GetAsync("/login/code")).Headers.Location!.OriginalString.ShouldStartWith("/login/two-factor");
        var chosen = await client.SendFormAsync("/login/two-factor", "/login/two-factor?handler=App");
        var page = chosen.Headers.Location!.OriginalString;
        var secret = SecretOf(await client.GetStringOf(page));
        var done = await client.SendFormAsync(page, "/login/two-factor?handler=Confirm", ("App", "true"), ("Code", Rfc6238.Code(secret, _portal.Clock.GetUtcNow())));
        Recovery().Count(await done.Content.ReadAsStringAsync()).ShouldBe(10);
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Covers("AUTH-5", "list of own sessions, log out everywhere")]
    public async Task Sessions_are_listed_ended_and_all_left()
    {
        var (here, there) = (await _portal.BrowserAsync(_anna), await _portal.BrowserAsync(_anna));
        var id = Id().Match(await here.GetStringOf("/me/sessions")).Groups["id"].Value;
        (await here.SendFormAsync("/me/sessions", "/me/sessions?handler=End", ("id", id))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await there.GetAsync("/me")).Headers.Location!.OriginalString.ShouldStartWith("/login");
        (await here.SendFormAsync("/me/sessions", "/me/sessions?handler=Everywhere")).Headers.Location!.OriginalString.ShouldBe("/login");
        (await _portal.World.Db.FirstOrDefaultAsync<int>("SELECT COUNT(*) FROM UserSession")).ShouldBe(0);
    }

    [Fact, Covers("AUTH-4", "one same answer")]
    public async Task Asking_for_a_new_password_looks_the_same_for_everybody_and_nobody()
    {
        async Task<string> AskAsync(string name) => Token().Replace(await (await _portal.NewClient().SendFormAsync("/login/forgotten", "/login/forgotten", ("UserName", name))).Content.ReadAsStringAsync(), "");
        (await AskAsync("anna")).ShouldBe(await AskAsync("nobody"));
        (await _portal.NewClient().GetStringOf("/login/reset/made-up")).ShouldContain("Länken har använts eller gått ut");
    }

    [Fact, Covers("NAV-2", "report a fault: page and browser filled in, a ticket without a right")]
    public async Task A_fault_is_a_ticket_with_page_and_browser_that_needs_no_right()
    {
        var browser = await _portal.BrowserAsync(_anna);
        browser.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
        (await browser.GetStringOf("/services?page=2")).ShouldContain("/report-fault?from=%2Fservices%3Fpage%3D2");
        var form = await browser.GetStringOf("/report-fault?from=/services");
        form.ShouldContain("value=\"/services\"");
        form.ShouldContain("Firefox/140.0");
        (await browser.GetStringOf("/report-fault?from=https://evil.example/")).ShouldNotContain("value=\"https://evil.example/\"");
        (string, string)[] fields = [("Input.RequestId", $"{Guid.CreateVersion7()}"), ("Input.Title", "Fel"), ("Input.Text", "Listan är tom"), ("Input.Page", "/services"), ("Input.Browser", "Firefox")];
        var sent = await browser.SendFormAsync("/report-fault", "/report-fault", fields);
        var page = WebUtility.HtmlDecode(await browser.GetStringOf(sent.Headers.Location!.OriginalString));
        foreach (var part in new[] { "Felrapport portal", "Listan är tom", "Sida: /services", "Webbläsare: Firefox", "Svaret kommer med mejl till anna@example.com" }) page.ShouldContain(part);
        var without = await _portal.BrowserAsync(await _portal.World.UserAsync(_organisation.RootId, rights: []));
        fields[0] = ("Input.RequestId", $"{Guid.CreateVersion7()}");
        (await without.SendFormAsync("/report-fault", "/report-fault", fields)).Headers.Location!.OriginalString.ShouldBe("/services");
    }

    private async Task<string> SmsCodeAsync()
    {
        var code = await _portal.World.Db.FirstOrDefaultAsync<string>("SELECT ProtectedCode FROM NumberCheck");
        return _portal.Services.GetRequiredService<ISecretProtector>().Unprotect(code!);
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient browser, string current, string password) =>
        browser.SendFormAsync("/me/password", "/me/password", ("Current", current), ("Password", password), ("Repeated", password));

    private static Task<HttpResponseMessage> PasswordAsync(HttpClient client) =>
        client.SendFormAsync("/login", "/login", ("Input.UserName", "anna"), ("Input.Password", World.Password));

    private async Task<HttpResponseMessage> LogInAsync(string code, string way)
    {
        var client = _portal.NewClient();
        (await PasswordAsync(client)).Headers.Location!.OriginalString.ShouldStartWith("/login/code");
        return await client.SendFormAsync($"/login/code?way={way}", "/login/code", ("Code", code), ("Way", way));
    }

    private static string SecretOf(string page) => Secret().Match(page).Groups["secret"].Value;

    [GeneratedRegex("<code>(?<secret>[A-Z2-7 ]{32,})</code>")]
    private static partial Regex Secret();

    [GeneratedRegex("[a-z0-9]{4}(-[a-z0-9]{4}){5}")]
    private static partial Regex Recovery();

    [GeneratedRegex("name=\"id\" value=\"(?<id>[0-9a-f-]{36})\"")]
    private static partial Regex Id();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]+>")]
    private static partial Regex Token();
}
