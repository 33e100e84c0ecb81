using System.Net;
using Connect.Domain.Common;
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
        page.ShouldContain("Kreditspärren är 500,00 kr per månad. Den gäller direkt.");
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
        var done = await ReadAsync($"/services/{_service}");
        done.ShouldContain("Kreditspärr vid 123,00 kr per månad.");
        done.ShouldContain("Beloppet är redan nått: inom någon minut skickas spärrarna till operatören.");
    }

    [Theory]
    [InlineData("1 000 000", "1 000 000,00 kr")]
    [InlineData("1\u00a0000", "1 000,00 kr")]
    [InlineData(" 2\u202f500 ", "2 500,00 kr")]
    public async Task Thousands_may_be_parted_by_spaces(string typed, string amount)
    {
        using var set = await _browser.SendFormAsync(Page, Page, ("Kronor", typed));
        set.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync($"/services/{_service}")).ShouldContain($"Kreditspärr vid {amount} per månad.");
    }

    [Fact]
    public async Task What_becomes_of_its_barrings_is_told_when_it_is_raised_or_removed()
    {
        await CapAsync(100);
        await portal.World.UsageAsync(_service, charge: 123.5m);
        using var still = await _browser.SendFormAsync(Page, Page, ("Kronor", "110"));
        (await ReadAsync($"/services/{_service}")).ShouldContain("Det beloppet är också nått, och spärrarna ligger kvar månaden ut.");
        using var raised = await _browser.SendFormAsync(Page, Page, ("Kronor", "200"));
        (await ReadAsync($"/services/{_service}")).ShouldContain("Skickat till operatören: spärrarna som den hade lagt in tas bort så snart operatören har bekräftat");
        using var removed = await _browser.SendFormAsync(Page, $"{Page}?handler=Remove");
        (await ReadAsync($"/services/{_service}")).ShouldContain("Kreditspärren är borttagen. Den gäller inte längre.");
    }

    [Fact]
    [Covers("SVC-12", "removing by hand what the cost cap has barred is told to cost")]
    public async Task Who_removes_what_it_has_barred_is_told_what_that_means()
    {
        await CapAsync(100);
        await portal.World.BarringAsync(_service, BarringKind.AllData);
        (await ReadAsync($"/services/{_service}/barrings?review=true&remove=PremiumCalls")).ShouldSatisfyAllConditions(
            page => page.ShouldContain("Kreditspärren på 100,00 kr per månad har lagt in spärren Betalsamtal."), page => page.ShouldContain($"href=\"/services/{_service}/cost-cap\">Ändra kreditspärren"), page => page.ShouldContain(">Bekräfta<"));
        (await ReadAsync($"/services/{_service}/barrings?review=true&remove=AllData")).ShouldNotContain("har lagt in spärren");
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

    /// <summary>A cap that has barred premium calls this month.</summary>
    private async Task CapAsync(decimal kronor)
    {
        await portal.World.BarringAsync(_service);
        await portal.World.InsertAsync("CostCap", ("SubscriptionId", _service), ("Amount", Money.FromKronor(kronor).TenThousandths), ("SetById", Guid.CreateVersion7()), ("BarsIn", StockholmTime.MonthOf(World.Today)), ("Bars", "6"), ("Version", 1));
    }

    private async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await _browser.GetStringAsync(path)).Replace('\u00a0', ' ');
}
