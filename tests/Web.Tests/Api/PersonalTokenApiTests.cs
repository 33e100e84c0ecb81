using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Connect.Application.Common.Security;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Api;

public sealed partial class PersonalTokenApiTests : IAsyncLifetime
{
    private readonly Portal _portal = new();
    private UserIdentity _anna = null!;
    private Guid _service;

    public async ValueTask InitializeAsync()
    {
        var organisation = await _portal.World.OrganisationAsync();
        _anna = await _portal.World.UserAsync(organisation.RootId, "anna", passwordHash: World.PasswordHash);
        _service = await _portal.World.SubscriptionAsync(organisation.RootId, "Åke Ström");
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact, Covers("API-1", "personal tokens made, shown once, used and withdrawn"), Covers("NAV-2", "tokens")]
    public async Task A_token_made_on_the_page_calls_the_API_until_it_is_withdrawn()
    {
        var browser = await _portal.BrowserAsync(_anna);
        var page = await MakeAsync(browser, "read", "manage-services");
        var token = Token().Match(page).Value;
        foreach (var again in new[] { "/me/tokens", "/me/tokens/new" }) (await browser.GetStringOf(again)).ShouldNotContain(token);
        var program = Program(token);
        (await program.GetAsync("/api/v1/services")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.PostAsJsonAsync($"/api/v1/services/{_service}/user-name", new { value = "Åsa Ström" })).StatusCode.ShouldBe(HttpStatusCode.NoContent, "no antiforgery: nobody else sends the header");
        (await program.GetAsync("/api/v1/reports")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "beyond its scopes");
        (await program.GetAsync("/api/v1/reports/exports")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var id = Id().Match(await browser.GetStringOf("/me/tokens")).Groups["id"].Value;
        await browser.SendFormAsync("/me/tokens", "/me/tokens?handler=Withdraw", ("id", id));
        (await program.GetAsync("/api/v1/services")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact, Covers("SVC-6", "one replacement at a time")]
    public async Task A_second_replacement_of_a_SIM_card_is_at_odds_with_the_first()
    {
        var program = Program(Token().Match(await MakeAsync(await _portal.BrowserAsync(_anna), "read", "manage-services")).Value);
        (await OrderAsync()).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var second = await OrderAsync();
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await second.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("code").GetString().ShouldBe("SimReplacementOpen");

        async Task<HttpResponseMessage> OrderAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/services/{_service}/sim-replacements") { Content = JsonContent.Create(new { way = "eSim", email = "ake@example.com" }) };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            return await program.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_token_opens_no_page_and_a_wrong_one_is_not_helped_by_a_session()
    {
        var browser = await _portal.BrowserAsync(_anna);
        var token = Token().Match(await MakeAsync(browser, "read")).Value;
        (await Program(token).GetAsync("/me")).Headers.Location!.OriginalString.ShouldStartWith("/login");
        browser.DefaultRequestHeaders.Authorization = new("Bearer", "cpt_" + new string('x', 43));
        (await browser.GetAsync("/api/v1/services")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact, Covers("API-1", "tokens die with the user")]
    public async Task A_deactivated_users_token_is_worth_nothing()
    {
        var program = Program(Token().Match(await MakeAsync(await _portal.BrowserAsync(_anna), "read")).Value);
        await _portal.World.Db.ExecuteAsync("UPDATE PortalUser SET IsActive = 0");
        (await program.GetAsync("/api/v1/services")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact, Covers("API-2", "tokens and scopes are described")]
    public async Task The_description_tells_of_tokens_and_their_scopes()
    {
        var description = await _portal.NewClient().GetStringAsync("/openapi/v1.json");
        description.ShouldContain("A personal token (cpt_");
        description.ShouldContain("manage-services: ViewSubscriptions, ManageSubscriptions");
    }

    private static async Task<string> MakeAsync(HttpClient browser, params string[] scopes)
    {
        var fields = scopes.Select(scope => ("Input.Scopes", scope)).Append(("Input.Name", "fakturor")).Append(("Input.Days", "30"));
        using var made = await browser.SendFormAsync("/me/tokens/new", "/me/tokens/new", [.. fields]);
        made.Headers.Location!.OriginalString.ShouldBe("/me/tokens/new");
        return await browser.GetStringAsync("/me/tokens/new");
    }

    private HttpClient Program(string token)
    {
        var client = _portal.NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    [GeneratedRegex("cpt_[A-Za-z0-9_-]{43}")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"id\" value=\"(?<id>[0-9a-f-]{36})\"")]
    private static partial Regex Id();
}
