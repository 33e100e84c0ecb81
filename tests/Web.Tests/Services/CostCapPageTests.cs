using System.Net;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Services;

[Covers("SVC-12", "the cost cap's page, and what the service's page shows of it")]
public sealed class CostCapPageTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private HttpClient _browser = null!;
    private Guid _root, _service;

    private string Page => $"/services/{_service}/cost-cap";

    public async ValueTask InitializeAsync()
    {
        _root = (await portal.World.OrganisationAsync()).RootId;
        _service = await portal.World.SubscriptionAsync(_root);
        _browser = await portal.BrowserAsync(await portal.World.UserAsync(_root));
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_is_set_shown_and_removed()
    {
        await portal.World.UsageAsync(_service, charge: 123.5m);
        (await ReadAsync(Page)).ShouldContain("<b>123,50 kr</b>");
        using var set = await _browser.SendFormAsync(Page, Page, ("Kronor", "500"));
        set.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await ReadAsync($"/services/{_service}");
        page.ShouldContain("Kreditspärren är 500,00 kr per månad.");
        page.ShouldContain("Kreditspärr vid 500,00 kr per månad.");
        page.ShouldContain("Kreditspärr sattes till 500,00 kr per månad.");
        (await ReadAsync(Page)).ShouldContain("value=\"500\"");
        using var removed = await _browser.SendFormAsync(Page, $"{Page}?handler=Remove");
        removed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync($"/services/{_service}")).ShouldNotContain("Kreditspärr vid");
    }

    [Fact]
    public async Task An_amount_that_bars_at_once_is_confirmed_first()
    {
        await portal.World.UsageAsync(_service, charge: 123.5m);
        using var asked = await _browser.SendFormAsync(Page, Page, ("Kronor", "123"));
        var told = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()).Replace('\u00a0', ' ');
        told.ShouldContain("har redan kostat 123,50 kr");
        told.ShouldContain("value=\"123\"");
        (await ReadAsync($"/services/{_service}")).ShouldNotContain("Kreditspärr vid");
        using var other = await _browser.SendFormAsync(Page, Page, ("Kronor", "100"), ("Confirmed", "123"));
        other.StatusCode.ShouldBe(HttpStatusCode.OK, "It is another amount that was confirmed.");
        using var set = await _browser.SendFormAsync(Page, Page, ("Kronor", "123"), ("Confirmed", "123"));
        set.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync($"/services/{_service}")).ShouldContain("Kreditspärr vid 123,00 kr per månad.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1000001")]
    [InlineData("x")]
    [InlineData("12,5")]
    public async Task An_amount_that_is_none_is_told_beside_the_field(string amount)
    {
        using var answer = await _browser.SendFormAsync(Page, Page, ("Kronor", amount));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var told = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        told.ShouldContain("id=\"Kronor-error\"");
        told.ShouldContain("Ange ett belopp mellan 1 och");
        if (amount.Length > 0) told.ShouldContain($"value=\"{amount}\"");
    }

    [Fact]
    public async Task A_line_has_none()
    {
        var line = await portal.World.SubscriptionAsync(_root, kind: SubscriptionKind.Broadband);
        (await ReadAsync($"/services/{line}")).ShouldNotContain("cost-cap");
        (await ReadAsync($"/services/{line}/cost-cap")).ShouldContain("Det här finns bara för mobiltelefoni");
    }

    private async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await _browser.GetStringAsync(path)).Replace('\u00a0', ' ');
}
