using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Services;

[Covers("SVC-3", "on the service's page and by the API")]
public sealed class MonitoringPageTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_monitored_line_shows_its_state_its_periods_and_its_values_without_JavaScript()
    {
        var (service, browser) = await LineAsync();
        await portal.World.MonitoringAsync(service, World.Now.AddDays(-2), 576);
        await portal.World.RolledMonitoringAsync(service, "MonitoringDay", new(2025, 12, 23, 23, 0, 0, TimeSpan.Zero), availability: 9987);

        var day = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}"));
        day.ShouldContain("Uppe sedan 2026-03-08 11:00");
        day.ShouldContain("Senast mätt 2026-03-10 10:55");
        day.ShouldContain("<th scope=\"row\">2026-03-10 10:55</th><td>40</td><td>10</td><td>6,5</td><td>0</td><td>100</td>");
        Rows(day).ShouldBe(288);
        day.ShouldContain("/dist/monitoring.");
        day.ShouldContain($"href=\"/services/{service}?period=halfYear#monitoring\"");
        Rows(await browser.GetStringAsync($"/services/{service}?period=week")).ShouldBe(48); // hours
        var half = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}?period=halfYear"));
        half.ShouldContain("<th scope=\"row\">2025-12-24</th><td>40</td><td>10</td><td>6,5</td><td>0,25</td><td>99,87</td>");
        half.ShouldContain("data-points=\"[[1766530800],[40],[10],[6.5],[0.25],[99.87]]\"");
        (await browser.GetStringAsync($"/services/{service}?period=nonsense")).ShouldContain("aria-current=\"true\"");
        WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}?period=month")).ShouldContain("Inget har mätts under perioden.");
    }

    [Fact]
    public async Task What_is_down_says_so_and_what_is_old_is_not_told_as_now()
    {
        var (down, browser) = await LineAsync();
        await portal.World.MonitoringAsync(down, World.Now.AddHours(-1), 12, isUp: false);
        WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{down}")).ShouldContain("Nere sedan 2026-03-10 10:00");
        var (old, another) = await LineAsync();
        await portal.World.MonitoringAsync(old, World.Now.AddHours(-9), 12);
        var page = WebUtility.HtmlDecode(await another.GetStringAsync($"/services/{old}"));
        page.ShouldContain("Inget har mätts sedan 2026-03-10 02:55. Då var tjänsten uppe.");
        page.ShouldContain("<span class=\"pill is-warn\">Okänt</span>");
    }

    [Theory]
    [InlineData(SubscriptionKind.Broadband)]
    [InlineData(SubscriptionKind.Mobile)]
    public async Task A_service_without_support_shows_no_graph_and_loads_no_script_for_it(SubscriptionKind kind)
    {
        var (service, browser) = await LineAsync(kind);
        if (kind == SubscriptionKind.Mobile) await portal.World.MonitoringAsync(service, World.Now.AddHours(-1), 12);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}"));
        page.ShouldNotContain("Övervakning");
        page.ShouldNotContain("monitoring");
        using var refused = await browser.SendFormAsync($"/services/{service}/monitoring", $"/services/{service}/monitoring", ("requestId", Guid.CreateVersion7().ToString()));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain("Tjänsten övervakas inte.");
    }

    [Fact]
    public async Task The_shown_period_goes_to_Excel()
    {
        var (service, browser) = await LineAsync();
        await portal.World.MonitoringAsync(service, World.Now.AddHours(-2), 24);
        (await browser.GetStringAsync($"/services/{service}?period=week")).ShouldContain($"href=\"/services/{service}/monitoring?period=week\"");
        WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}/monitoring?period=week")).ShouldContain("2026-03-03 00:00 – 2026-03-10 11:00");
        using var ordered = await browser.SendFormAsync($"/services/{service}/monitoring?period=week", $"/services/{service}/monitoring?period=week", ("requestId", Guid.CreateVersion7().ToString()));
        ordered.Headers.Location!.ToString().ShouldBe("/reports/exports");
        WebUtility.HtmlDecode(await browser.GetStringAsync("/reports/exports")).ShouldContain("Övervakning 2026-03-03 – 2026-03-10.xlsx");
    }

    [Fact]
    public async Task The_api_gives_state_and_points_and_refuses_a_period_that_is_none()
    {
        var (service, browser) = await LineAsync();
        await portal.World.MonitoringAsync(service, World.Now.AddHours(-1), 12);
        var view = await browser.GetFromJsonAsync<JsonElement>($"/api/v1/services/{service}/monitoring?period=week");
        view.GetProperty("period").GetString().ShouldBe("week");
        view.GetProperty("resolution").GetString().ShouldBe("fiveMinutes");
        view.GetProperty("state").GetProperty("isUp").GetBoolean().ShouldBeTrue();
        view.GetProperty("points").GetArrayLength().ShouldBe(12);
        view.GetProperty("points")[0].GetProperty("latencyMilliseconds").GetDecimal().ShouldBe(6.5m);
        view.TryGetProperty("table", out _).ShouldBeFalse();
        foreach (var period in new[] { "year", "7" })
        {
            using var answer = await browser.GetAsync($"/api/v1/services/{service}/monitoring?period={period}");
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, period);
        }
    }

    private static int Rows(string page) => page.Split("<th scope=\"row\">").Length - 1;

    private async Task<(Guid Service, HttpClient Browser)> LineAsync(SubscriptionKind kind = SubscriptionKind.Broadband)
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        return (await portal.World.SubscriptionAsync(root, "Kontoret", kind), await portal.BrowserAsync(await portal.World.UserAsync(root, rights: [Right.ViewSubscriptions])));
    }
}
