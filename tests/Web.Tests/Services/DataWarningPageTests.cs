using System.Net;
using System.Net.Http.Json;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Services;

[Covers("SVC-12", "warnings are turned on on a service's page or, for all, under Mina uppgifter")]
public sealed class DataWarningPageTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private HttpClient _browser = null!;
    private Guid _root, _service;

    private string Page => $"/services/{_service}";

    public async ValueTask InitializeAsync()
    {
        _root = (await portal.World.OrganisationAsync()).RootId;
        _service = await portal.World.SubscriptionAsync(_root, dataPackageId: await portal.World.DataPackageAsync());
        _browser = await portal.BrowserAsync(await portal.World.UserAsync(_root));
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task On_a_services_page_they_are_turned_on_and_off()
    {
        (await ReadAsync(Page)).ShouldContain("Varna mig</button>");
        await ClickAsync(Page, "?handler=Warn", "true");
        var page = await ReadAsync(Page);
        page.ShouldContain("Du får e-post när 80 % och 100 % av tjänstens data är använt.");
        page.ShouldContain("Sluta varna mig</button>");
        await ClickAsync(Page, "?handler=Warn", "false");
        (await ReadAsync(Page)).ShouldContain("Varna mig</button>");
    }

    [Fact]
    public async Task For_all_services_they_are_turned_on_and_off_under_my_details()
    {
        (await ReadAsync("/me")).ShouldContain("Varna mig för alla tjänster");
        await ClickAsync("/me", "?handler=Warnings", "true");
        (await ReadAsync("/me")).ShouldContain("Sluta varna mig för alla tjänster");
        (await ReadAsync(Page)).ShouldContain("<a href=\"/me#data-warnings\">Mina uppgifter</a>");
        await ClickAsync("/me", "?handler=Warnings", "false");
        (await ReadAsync("/me")).ShouldContain("Varna mig för alla tjänster");
    }

    [Fact]
    public async Task Who_sees_no_services_and_a_line_have_none()
    {
        using var other = await portal.BrowserAsync(await portal.World.UserAsync(_root, rights: [Right.ViewInvoices]));
        (await other.GetStringAsync("/me")).ShouldNotContain("data-warnings");
        var line = await portal.World.SubscriptionAsync(_root, kind: SubscriptionKind.Broadband);
        (await ReadAsync($"/services/{line}")).ShouldNotContain("handler=Warn");
    }

    [Fact]
    public async Task A_service_that_has_ended_has_none_and_shows_no_use_of_the_months_after()
    {
        async Task<Guid> EndedAsync(DateOnly on) => await portal.World.SubscriptionAsync(_root, status: SubscriptionStatus.Terminated, more: ("EndsOn", on));
        var month = new DateOnly(World.Today.Year, World.Today.Month, 1);
        var (before, within) = (await EndedAsync(month), await EndedAsync(month.AddDays(1)));
        await portal.World.UsageAsync(before, World.Now.AddMonths(-2), TrafficType.Data, amount: 3_000_000_000);
        var page = await ReadAsync($"/services/{before}");
        page.ShouldNotContain("handler=Warn");
        page.ShouldNotContain("id=\"use-title\"");
        page.ShouldContain($"<th scope=\"row\">{month.AddMonths(-1):yyyy-MM}</th>");
        page.ShouldNotContain($"<th scope=\"row\">{month:yyyy-MM}</th>");
        page.ShouldNotContain("chart-bar is-now");
        page = await ReadAsync($"/services/{within}");
        page.ShouldNotContain("handler=Warn");
        page.ShouldContain("id=\"use-title\"");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/services/{before}/data-warning") { Content = JsonContent.Create(new { on = true }) };
        request.Headers.Add("RequestVerificationToken", await _browser.TokenOfAsync(Page));
        using var answer = await _browser.SendAsync(request);
        (answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(
            told => told.IsSuccessStatusCode.ShouldBeFalse(), told => told.Item2.ShouldContain("ServiceHasEnded"));
    }

    [Fact]
    public async Task The_API_does_the_same()
    {
        foreach (var path in new[] { $"/api/v1/services/{_service}/data-warning", "/api/v1/me/data-warnings" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(new { on = true }) };
            request.Headers.Add("RequestVerificationToken", await _browser.TokenOfAsync(Page));
            using var answer = await _browser.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        (await _browser.GetStringAsync($"/api/v1/services/{_service}/data-warning")).ShouldBe("""{"ofThis":true,"ofAll":true}""");
    }

    private async Task ClickAsync(string page, string handler, string on)
    {
        using var answer = await _browser.SendFormAsync(page, page + handler, ("on", on));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await _browser.GetStringAsync(path)).Replace('\u00a0', ' ');
}
