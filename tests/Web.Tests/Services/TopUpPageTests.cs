using System.Net;
using System.Net.Http.Json;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Services;

/// <summary>It is 10 March 2026.</summary>
[Covers("SVC-12", "the page tells what it costs and until when it can be used before it is confirmed")]
public sealed class TopUpPageTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private HttpClient _browser = null!;
    private Guid _root, _service, _two;

    private string Page => $"/services/{_service}/top-up";

    public async ValueTask InitializeAsync()
    {
        _root = (await portal.World.OrganisationAsync()).RootId;
        _two = await portal.World.DataPackageAsync($"Extra 2 GB {Guid.NewGuid():N}"[..20], 2_000_000_000, 79, topUp: true);
        _service = await portal.World.SubscriptionAsync(_root, dataPackageId: await portal.World.DataPackageAsync());
        _browser = await portal.BrowserAsync(await portal.World.UserAsync(_root));
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_package_stands_with_its_price_and_the_last_day_is_told()
    {
        var page = await ReadAsync(Page);
        page.ShouldContain("79,00 kr, en gång");
        page.ShouldContain("gäller för mars 2026 och kan användas till och med 2026-03-31");
        page.ShouldContain("Datapaket: 10 GB");
        page.ShouldContain("name=\"Month\" value=\"2026-03-01\"");
    }

    [Fact]
    public async Task A_service_that_ends_within_the_month_can_use_it_till_then()
    {
        var ending = await portal.World.SubscriptionAsync(_root, dataPackageId: await portal.World.DataPackageAsync(), status: SubscriptionStatus.Terminating, more: ("EndsOn", World.Today.AddDays(10)));
        (await ReadAsync($"/services/{ending}/top-up")).ShouldContain("Tjänsten avslutas 2026-03-20. Påfyllningen gäller för mars 2026 och kan användas till och med 2026-03-19.");
    }

    [Fact]
    public async Task Ordered_it_is_confirmed_with_its_price_and_stands_among_the_coming_changes_once()
    {
        var request = $"{Guid.NewGuid()}";
        for (var click = 0; click < 2; click++)
        {
            using var sent = await SendAsync(("DataPackage", $"{_two}"), ("Month", "2026-03-01"), ("RequestId", request));
            sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        var page = await ReadAsync($"/services/{_service}");
        page.ShouldContain("Det kostar 79,00 kr och syns i förbrukningen");
        page.ShouldContain("<a href=\"#coming\">Till kommande ändringar</a>");
        page.ShouldContain("id=\"coming\"");
        page.Split("Påfyllning</a> · Extra").Length.ShouldBe(2);
        page.ShouldContain("för mars 2026 · 79,00 kr");
        (await ReadAsync(Page)).ShouldContain("På väg: Extra 2 GB");
    }

    [Theory]
    [InlineData("", "2026-03-01", "Välj ett datapaket.")]
    [InlineData("00000000-0000-0000-0000-000000000001", "2026-03-01", "Det valet finns inte")]
    [InlineData("x", "2026-03-01", "Värdet går inte att läsa")]
    [InlineData("{two}", "2026-02-01", "En ny månad har börjat")]
    public async Task What_is_wrong_is_told_and_nothing_is_ordered(string package, string month, string says)
    {
        using var answer = await SendAsync(("DataPackage", package.Replace("{two}", $"{_two}", StringComparison.Ordinal)), ("Month", month), ("RequestId", $"{Guid.NewGuid()}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain(says);
        (await ReadAsync($"/services/{_service}")).ShouldNotContain("Påfyllning</a> ·");
    }

    [Fact]
    public async Task Why_it_can_not_be_done_stands_in_the_menu_and_on_the_page()
    {
        var unlimited = await portal.World.SubscriptionAsync(_root, dataPackageId: await portal.World.DataPackageAsync("Obegränsat", null));
        var none = await portal.World.SubscriptionAsync(_root);
        var barred = await portal.World.SubscriptionAsync(_root, dataPackageId: await portal.World.DataPackageAsync(), status: SubscriptionStatus.Barred);
        foreach (var (service, why) in new[] { (unlimited, "datapaket utan gräns"), (none, "inget datapaket att fylla på"), (barred, "Tjänsten är spärrad, så data") })
        {
            (await ReadAsync($"/services/{service}")).ShouldContain(why);
            (await ReadAsync($"/services/{service}/top-up")).ShouldContain(why);
        }

        var line = await portal.World.SubscriptionAsync(_root, kind: SubscriptionKind.Broadband);
        (await ReadAsync($"/services/{line}")).ShouldNotContain($"/services/{line}/top-up");
        (await ReadAsync($"/services/{line}/top-up")).ShouldContain("inget data att fylla på");
    }

    [Fact]
    public async Task What_was_topped_up_stands_beside_the_use()
    {
        await portal.World.UsageAsync(_service, type: TrafficType.Data, amount: 9_000_000_000);
        (await ReadAsync($"/services/{_service}")).ShouldContain("9 GB av 10 GB");
        (await ReadAsync(Page)).ShouldContain("Använt hittills: 9 GB");
        await portal.World.TopUpAsync(_service);
        var page = await ReadAsync($"/services/{_service}");
        page.ShouldContain("9 GB av 12 GB");
        page.ShouldContain("10 GB i datapaketet och 2 GB påfyllt");
    }

    [Fact]
    public async Task The_API_answers_alike()
    {
        (await _browser.GetStringAsync($"/api/v1/services/{_service}/top-up")).ShouldContain("\"lastDay\":\"2026-03-31\"");
        (await PostAsync(new { })).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(new { dataPackage = _two, month = "2026-02-01" })).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(new { dataPackage = _two })).ShouldBe(HttpStatusCode.Accepted);
    }

    private async Task<HttpStatusCode> PostAsync(object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/services/{_service}/top-ups") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"{Guid.NewGuid()}");
        request.Headers.Add("RequestVerificationToken", await _browser.TokenOfAsync(Page));
        using var answer = await _browser.SendAsync(request);
        return answer.StatusCode;
    }

    private Task<HttpResponseMessage> SendAsync(params (string, string)[] fields) => _browser.SendFormAsync(Page, Page, fields);

    private async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await _browser.GetStringAsync(path)).Replace('\u00a0', ' ');
}
