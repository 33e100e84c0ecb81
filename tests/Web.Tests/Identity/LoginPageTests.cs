using System.Net;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Identity;

public sealed class LoginPageTests : IAsyncLifetime
{
    private readonly Portal _portal = new();

    public async ValueTask InitializeAsync()
    {
        var organisation = await _portal.World.OrganisationAsync();
        await _portal.World.UserAsync(organisation.RootId, "anna", passwordHash: World.PasswordHash);
        await _portal.World.UserAsync(organisation.RootId, "tove", passwordHash: World.PasswordHash, smsTwoFactor: true);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact, Covers("AUTH-1", "page")]
    public async Task The_right_password_leads_to_the_page_that_was_asked_for()
    {
        var client = _portal.NewClient();
        var answer = await LogInAsync(client, "anna", World.Password, "/me");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/me");
        (await client.GetStringOf("/me")).ShouldContain("anna@example.com");
    }

    [Theory]
    [InlineData("/accounts?q=Åkeri", "/accounts?q=%C3%85keri")]
    [InlineData("/accounts?q=%C3%85keri", "/accounts?q=%C3%85keri")]
    [InlineData("/accounts?q=%25&b=a+b#Å", "/accounts?q=%25&b=a+b#%C3%85")]
    [InlineData("/search?q=två ord 😀", "/search?q=tv%C3%A5%20ord%20%F0%9F%98%80")]
    public async Task An_address_is_sent_as_a_header_can_hold_it_and_encoded_once(string link, string sent)
    {
        var answer = await LogInAsync(_portal.NewClient(), "anna", World.Password, link);
        (answer.StatusCode, answer.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Redirect, sent));
    }

    [Theory]
    [InlineData("//evil.example/Å")]
    [InlineData("/\\evil.example/ö")]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Another_site_is_never_led_to(string link) =>
        (await LogInAsync(_portal.NewClient(), "anna", World.Password, link)).Headers.Location!.OriginalString.ShouldBe("/");

    [Fact]
    public async Task The_session_cookie_is_for_this_site_and_not_for_scripts()
    {
        var cookie = CookieOf(await LogInAsync(_portal.NewClient(), "anna", World.Password), "connect-session");
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldContain("path=/", Case.Insensitive);
        cookie.ShouldNotContain("domain", Case.Insensitive);
    }

    [Fact]
    public async Task Over_HTTPS_every_cookie_is_secure_and_bound_to_the_host()
    {
        var client = _portal.NewClient();
        client.BaseAddress = new("https://localhost/");
        var cookie = CookieOf(await LogInAsync(client, "anna", World.Password), "__Host-connect-session");
        cookie.ShouldContain("secure", Case.Insensitive);
    }

    [Fact, Covers("AUTH-1", "one same answer")]
    public async Task Unknown_user_and_wrong_password_look_the_same()
    {
        var (known, unknown) = (await LogInAsync(_portal.NewClient(), "anna", "Wrong-password-1"), await LogInAsync(_portal.NewClient(), "nobody", "Wrong-password-1"));
        known.StatusCode.ShouldBe(unknown.StatusCode);
        Plain(await known.Content.ReadAsStringAsync(), "anna").ShouldBe(Plain(await unknown.Content.ReadAsStringAsync(), "nobody"));
    }

    [Fact]
    public async Task A_failed_log_in_keeps_the_name_and_never_sends_the_password_back()
    {
        var page = await (await LogInAsync(_portal.NewClient(), "anna", "Wrong-password-1")).Content.ReadAsStringAsync();
        page.ShouldContain("value=\"anna\"");
        page.ShouldNotContain("Wrong-password-1");
        page.ShouldContain("Fel användarnamn eller lösenord.");
    }

    [Fact]
    public async Task A_log_in_without_the_pages_token_is_refused()
    {
        var answer = await _portal.NewClient().PostAsync("/login", new FormUrlEncodedContent([new("Input.UserName", "anna"), new("Input.Password", World.Password)]));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact, Covers("AUTH-5", "log out")]
    public async Task Logging_out_ends_the_session_and_a_link_cannot_do_it()
    {
        var client = _portal.NewClient();
        await LogInAsync(client, "anna", World.Password);
        (await client.GetAsync("/logout")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.SendFormAsync("/me", "/logout")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetAsync("/me")).Headers.Location!.OriginalString.ShouldBe("/login?returnUrl=%2Fme");
        (await _portal.World.Db.FirstOrDefaultAsync<int>("SELECT COUNT(*) FROM UserSession")).ShouldBe(0);
    }

    [Fact, Covers("AUTH-5", "deactivated user")]
    public async Task A_deactivated_user_is_out_at_the_next_request()
    {
        var client = _portal.NewClient();
        await LogInAsync(client, "anna", World.Password);
        await _portal.World.Db.ExecuteAsync("UPDATE PortalUser SET IsActive = 0");
        (await client.GetAsync("/me")).Headers.Location!.OriginalString.ShouldStartWith("/login");
    }

    [Fact, Covers("AUTH-2", "code on its own page")]
    public async Task Half_logged_in_is_not_logged_in()
    {
        var client = _portal.NewClient();
        var step = await LogInAsync(client, "tove", World.Password, "/me");
        step.Headers.Location!.OriginalString.ShouldStartWith("/login/code");
        (await client.GetAsync("/me")).Headers.Location!.OriginalString.ShouldStartWith("/login?");
        (await client.GetStringOf("/login/code")).ShouldContain("•••-•••&#xA0;••&#xA0;05");
        var wrong = await client.SendFormAsync("/login/code", "/login/code", ("Code", "12345"));
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("Skriv de sex siffrorna");
    }

    [Fact, Covers("AUTH-6", "said on the code page, with the other ways")]
    public async Task Where_no_code_is_sent_the_page_says_until_when_and_what_works()
    {
        await _portal.World.InsertAsync("NumberHold", ("MobileNumber", "+46701740605"), ("HeldUntil", World.Now.AddHours(24)));
        var client = _portal.NewClient();
        await LogInAsync(client, "tove", World.Password);
        var page = await client.GetStringOf("/login/code");
        page.ShouldContain("Inga koder skickas till");
        page.ShouldContain("återställa din tvåfaktorsinloggning");
        page.ShouldNotContain("handler=Resend");
    }

    [Fact]
    public async Task The_code_page_without_an_attempt_leads_to_the_log_in() =>
        (await _portal.NewClient().GetAsync("/login/code")).Headers.Location!.OriginalString.ShouldBe("/login");

    [Fact]
    [Covers("NAV-2", "language")]
    public async Task The_language_that_is_chosen_is_kept_for_the_user()
    {
        var client = _portal.NewClient();
        await LogInAsync(client, "anna", World.Password);
        await client.SendFormAsync("/me", "/me", ("Language", "en"));
        (await client.GetStringOf("/me")).ShouldContain("User name");
        (await client.SendFormAsync("/me", "/me", ("Language", "de"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await client.SendFormAsync("/me", "/preferences?handler=language", ("value", "sv"), ("returnUrl", "/me"));
        (await client.GetStringOf("/me")).ShouldContain("Användarnamn");
    }

    private static Task<HttpResponseMessage> LogInAsync(HttpClient client, string name, string password, string? returnUrl = null) =>
        client.SendFormAsync("/login", "/login", ("Input.UserName", name), ("Input.Password", password), ("ReturnUrl", returnUrl ?? ""));

    private static string CookieOf(HttpResponseMessage answer, string name) =>
        answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal) && !cookie.StartsWith(name + "=;", StringComparison.Ordinal));

    private static string Plain(string page, string name) =>
        System.Text.RegularExpressions.Regex.Replace(page.Replace($"value=\"{name}\"", "value", StringComparison.Ordinal), "name=\"__RequestVerificationToken\"[^>]+>", "");
}
