using System.Net;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Services;

/// <summary>It is 10 March 2026, and three months of notice.</summary>
[Covers("SVC-10", "the page tells price and earliest day before it is ordered")]
public sealed class ChangePageTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private HttpClient _browser = null!;
    private Guid _service, _five, _ten, _twenty;

    private string Page => $"/services/{_service}/change";

    public async ValueTask InitializeAsync()
    {
        var (root, world) = ((await portal.World.OrganisationAsync()).RootId, portal.World);
        (_five, _ten, _twenty) = (await world.DataPackageAsync("5 GB", 5_000_000_000, 49), await world.DataPackageAsync(), await world.DataPackageAsync("20 GB", 20_000_000_000, 149));
        _service = await world.SubscriptionAsync(root, dataPackageId: _ten);
        _browser = await portal.BrowserAsync(await world.UserAsync(root));
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task More_data_costs_more_from_today()
    {
        var page = await ReadAsync($"{Page}?Review=true&DataPackage={_twenty}");
        page.ShouldContain("<b>249,00 kr</b>");
        page.ShouldContain("<b>2026-03-10</b>");
    }

    [Fact]
    public async Task Less_data_is_had_when_the_notice_has_run_out()
    {
        (await ReadAsync(Page)).ShouldContain("tidigast 2026-06-11");
        var page = await ReadAsync($"{Page}?Review=true&DataPackage={_five}");
        page.ShouldContain("<b>149,00 kr</b>");
        page.ShouldContain("<b>2026-06-11</b>");
        page.ShouldContain("bunden till och med 2026-06-10");
    }

    [Theory]
    [InlineData("2026-06-10", "tidigast börja gälla 2026-06-11")]
    [InlineData("2026-03-09", "Välj i dag eller en dag som kommer.")]
    [InlineData("2036-03-11", "Välj en dag högst 10 år framåt.")]
    [InlineData("2027-02-29", "Värdet går inte att läsa")]
    [InlineData("", "Fyll i")]
    public async Task A_day_that_can_not_be_chosen_is_told_beside_the_field(string day, string says)
    {
        using var answer = await _browser.SendFormAsync($"{Page}?Review=true&DataPackage={_five}", Page, ("DataPackage", $"{_five}"), ("StartsOn", day), ("RequestId", $"{Guid.NewGuid()}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.ShouldContain(says);
        page.ShouldContain("id=\"StartsOn-error\"");
        page.ShouldContain("Nytt månadspris");
    }

    [Fact]
    public async Task Nothing_changed_and_what_is_not_offered_are_told_beside_the_choice()
    {
        foreach (var (query, says) in new[] { ($"DataPackage={_ten}", "Inget är ändrat"), ($"DataPackage={Guid.NewGuid()}", "Det valet finns inte"), ("DataPackage=x", "Värdet går inte att läsa"), ($"DataPackage={_ten}&ExtraPriceLists={Guid.NewGuid()}", "Det valet finns inte"), ("DataPackage=x&ExtraPriceLists=y", "Värdet") })
        {
            using var answer = await _browser.GetAsync($"{Page}?Review=true&{query}");
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, query);
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain(says);
        }
    }

    [Fact]
    public async Task Ordered_it_stands_among_the_coming_changes_and_against_another()
    {
        using var sent = await _browser.SendFormAsync($"{Page}?Review=true&DataPackage={_twenty}", Page, ("DataPackage", $"{_twenty}"), ("StartsOn", "2026-04-01"), ("RequestId", $"{Guid.NewGuid()}"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync($"/services/{_service}")).ShouldContain("Ändring</a> · till 20 GB · 249,00 kr per månad");
        (await ReadAsync(Page)).ShouldContain("En ändring är redan beställd och står under Kommande ändringar");
    }

    [Fact]
    public async Task A_line_has_nothing_to_change()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        var line = await portal.World.SubscriptionAsync(root, kind: SubscriptionKind.Broadband);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        (await browser.GetStringAsync($"/services/{line}")).ShouldNotContain($"/services/{line}/change");
        WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{line}/change")).ShouldContain("inget datapaket");
    }

    [Theory]
    [InlineData("dataPackage={five}&startsOn=2026-06-10", HttpStatusCode.BadRequest)]
    [InlineData("dataPackage={five}&startsOn=2026-06-11", HttpStatusCode.OK)]
    [InlineData("dataPackage=x", HttpStatusCode.BadRequest)]
    [InlineData("extraPriceList=x", HttpStatusCode.BadRequest)]
    [InlineData("dataPackage=00000000-0000-0000-0000-000000000001", HttpStatusCode.BadRequest)]
    [InlineData("dataPackage={five}&startsOn=2027-02-29", HttpStatusCode.BadRequest)]
    public async Task The_API_answers_alike(string query, HttpStatusCode status)
    {
        using var answer = await _browser.GetAsync($"/api/v1/services/{_service}/change?{query.Replace("{five}", $"{_five}", StringComparison.Ordinal)}");
        answer.StatusCode.ShouldBe(status);
    }

    private async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await _browser.GetStringAsync(path)).Replace('\u00a0', ' ');
}
