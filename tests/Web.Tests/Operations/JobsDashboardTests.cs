using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using Connect.Application.Identity;
using Connect.TestKit;
using Hangfire;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Operations;

[Covers("OPS-4", "the jobs' dashboard")]
public sealed class JobsDashboardTests(JobsDashboardTests.WebPortal portal) : IClassFixture<JobsDashboardTests.WebPortal>, IAsyncLifetime
{
    private readonly string _name = $"drift {Guid.NewGuid():N}";
    private string _key = "", _other = "";

    public async ValueTask InitializeAsync()
    {
        await using var commandLine = new TestScope(portal.Database, caller: TestScope.Operator(OperatorScopes.Keys));
        _key = await commandLine.SendAsync(new CreateOperatorKey(_name, [OperatorScopes.Jobs]));
        _other = await commandLine.SendAsync(new CreateOperatorKey(_name + " order", [OperatorScopes.Import, OperatorScopes.Integration]));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/jobs/")]
    [InlineData("/jobs/servers")]
    [InlineData("/jobs/jobs/enqueued")]
    public async Task A_browser_gets_in_with_the_key_as_password(string address)
    {
        using var answer = await AskAsync(address, Basic("drift", _key));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Hangfire");
    }

    [Fact]
    public async Task A_program_gets_in_with_the_key_in_its_header()
    {
        using var answer = await AskAsync("/jobs/", new AuthenticationHeaderValue("Bearer", _key));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_the_dashboard_has_its_wider_policy_and_that_allows_no_inline_script()
    {
        using var dashboard = await AskAsync("/jobs/", Basic("drift", _key));
        var policy = dashboard.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("style-src 'self' 'unsafe-inline'");
        policy.ShouldContain("script-src 'self';");
        dashboard.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var refused = await AskAsync("/jobs/", null);
        refused.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe-inline");
        using var page = await AskAsync("/login", Basic("drift", _key));
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe-inline");
    }

    [Fact]
    public async Task Whoever_has_no_key_for_it_is_asked_for_one()
    {
        foreach (var header in new[] { null, Basic("drift", _other), Basic("drift", _key + "x"), Basic("drift", ""), new("Basic", "???"), new("Basic", "cGxhaW4="), new("Bearer", _other) })
        {
            using var answer = await AskAsync("/jobs/", header);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, header?.ToString());
            answer.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Basic");
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Hangfire");
        }
    }

    [Fact]
    public async Task A_withdrawn_key_is_out_at_its_next_request()
    {
        await portal.World.Db.ExecuteAsync("UPDATE OperatorKey SET WithdrawnAt = CreatedAt WHERE Name = @name", new { name = _name });
        using var answer = await AskAsync("/jobs/", Basic("drift", _key));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_customer_with_every_right_sees_nothing_and_a_key_beside_a_session_still_opens()
    {
        var user = await portal.World.UserAsync((await portal.World.OrganisationAsync()).RootId);
        using var browser = await portal.BrowserAsync(user);
        (await browser.GetAsync("/jobs/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        browser.DefaultRequestHeaders.Authorization = Basic("drift", _key);
        (await browser.GetAsync("/jobs/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_password_of_the_dashboard_opens_nothing_else()
    {
        using var answer = await AskAsync("/api/v1/services", Basic("drift", _key));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_key_is_asked_for_below_the_dashboard_so_that_a_browser_sends_it_nowhere_else()
    {
        foreach (var header in new[] { null, Basic("drift", _key) })
        {
            using var answer = await AskAsync("/jobs?from=10", header);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            answer.Headers.Location!.ToString().ShouldBe("/jobs/?from=10");
            answer.Headers.WwwAuthenticate.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Each_page_that_is_opened_stands_in_the_audit_log_under_the_keys_name()
    {
        var page = await (await AskAsync("/jobs/servers", Basic("drift", _key))).Content.ReadAsStringAsync();
        var parts = page.Split('"').Where(text => text.StartsWith("/jobs/css", StringComparison.Ordinal) || text.StartsWith("/jobs/js", StringComparison.Ordinal)).ToList();
        parts.ShouldNotBeEmpty();
        foreach (var part in parts) (await AskAsync(part, Basic("drift", _key))).StatusCode.ShouldBe(HttpStatusCode.OK, part);
        using var refused = await AskAsync("/jobs/servers", Basic("drift", _other));

        var visits = await portal.World.Db.ListAsync<string>("SELECT AfterState FROM AuditEntry WHERE Action = 'VisitJobs' AND Actor = @name AND Outcome = 1", new { name = _name });
        visits.ShouldBe(["{\"page\":\"/jobs/servers\"}"]);
    }

    [Fact]
    public async Task Nothing_can_be_changed_in_it_even_with_a_page_of_the_dashboards_own()
    {
        var storage = portal.Services.GetRequiredService<JobStorage>();
        var job = new BackgroundJobClient(storage).Schedule(() => Console.Write(""), TimeSpan.FromDays(1));
        using var connection = storage.GetConnection();
        foreach (var change in new[] { "/jobs/jobs/scheduled/delete", "/jobs/jobs/scheduled/enqueue" })
        {
            using var client = portal.NewClient();
            client.DefaultRequestHeaders.Authorization = Basic("drift", _key);
            var tokens = Tokens();
            client.DefaultRequestHeaders.Add("Cookie", $"connect-form={tokens.CookieToken}");
            client.DefaultRequestHeaders.Add(tokens.HeaderName!, tokens.RequestToken);
            using var answer = await client.PostAsync(change, new FormUrlEncodedContent([new("jobs[]", job)]));
            ((int)answer.StatusCode).ShouldBeInRange(400, 499);
            connection.GetStateData(job).Name.ShouldBe("Scheduled");
        }
    }

    // What the dashboard's own pages would send along.
    private AntiforgeryTokenSet Tokens()
    {
        using var scope = portal.Services.CreateScope();
        var who = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "key:" + _name)], "OperatorKey");
        return scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = new(who) });
    }

    private static AuthenticationHeaderValue Basic(string name, string key) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{key}")));

    private async Task<HttpResponseMessage> AskAsync(string address, AuthenticationHeaderValue? header)
    {
        using var client = portal.NewClient();
        client.DefaultRequestHeaders.Authorization = header;
        return await client.GetAsync(address);
    }

    /// <summary>Only the web's half of a split installation.</summary>
    public sealed class WebPortal : Portal
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("role", "web");
        }
    }
}
