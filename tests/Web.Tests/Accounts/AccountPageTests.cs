using System.Net;
using AngleSharp.Html.Parser;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Accounts;

public sealed class AccountPageTests : IAsyncLifetime
{
    private static readonly Stmt SelectNumber = "SELECT Number FROM Account WHERE Id = @id";
    private static readonly Stmt CountNamed = "SELECT COUNT(*) FROM Account WHERE Name = @name";
    private static readonly Stmt Fill = """
        UPDATE Account SET InvoiceReference = 'REF-9', OrganisationNumber = '5560360793', Email = 'norr@example.com', Phone = '+46812345678', Street = 'Storgatan 1', PostalCode = '123 45',
            City = 'Umeå', InvoiceStreet = 'Box 9', InvoicePostalCode = '234 56', InvoiceCity = 'Luleå' WHERE Id = @id
        """;

    private readonly Portal _portal = new();
    private TestOrganisation _own = null!;
    private Guid _northId;
    private string _north = "", _root = "";
    private UserIdentity _karl = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _own = await _portal.World.OrganisationAsync("Bolaget AB");
        _northId = await _portal.World.AccountAsync(_own.RootId, "Region Norr", "Norr");
        (_north, _root) = (await NumberAsync(_northId), await NumberAsync(_own.RootId));
        await _portal.World.Db.ExecuteAsync(Fill, new { id = _northId });
        _karl = await _portal.World.UserAsync(_northId, "karl");
        _browser = await _portal.BrowserAsync(_karl);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    [Covers("ACC-4", "Använd samma uppgifter som huvudkonto, without JavaScript")]
    public async Task The_details_of_the_account_above_are_copied_but_for_the_alias()
    {
        var page = $"/accounts/new?under={_north}";
        var copied = await _browser.SendFormAsync(page, $"/accounts/new?handler=Copy&under={_north}", ("Input.Alias", "Eget alias"), ("Input.Name", "Skrivet"), ("Input.RequestId", NewId()));
        var html = WebUtility.HtmlDecode(await copied.Content.ReadAsStringAsync());
        copied.StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var value in new[] { "Region Norr", "REF-9", "556036-0793", "norr@example.com", "08-123 456 78", "Storgatan 1", "123 45", "Umeå", "Box 9", "234 56", "Luleå", "Eget alias" })
            html.Replace('\u00a0', ' ').ShouldContain($"value=\"{value}\"");
        html.ShouldNotContain("value=\"Norr\"");
        html.ShouldContain("Alias är inte referens på fakturan");
        (await _portal.World.Db.FirstOrDefaultAsync<int>(CountNamed, new { name = "Skrivet" })).ShouldBe(0);
    }

    [Fact]
    [Covers("ACC-3", "alias last in the customer data")]
    [Covers("ACC-1", "the alias stands in place of the name")]
    public async Task The_alias_is_the_pages_title_and_the_last_of_the_customer_data()
    {
        var page = new HtmlParser().ParseDocument(await _browser.GetStringAsync($"/accounts/{_north}"));
        page.QuerySelector(".page-head h1")!.TextContent.ShouldBe("Norr");
        page.QuerySelectorAll("section[aria-labelledby=facts-title] dt")[^1].TextContent.Trim().ShouldBe("Alias");
        page.QuerySelectorAll("section[aria-labelledby=facts-title] dd")[^1].TextContent.Trim().ShouldBe("Norr");
    }

    [Fact]
    [Covers("ACC-4", "a double click makes one account")]
    public async Task A_form_that_is_sent_twice_makes_one_account()
    {
        var (page, id) = ($"/accounts/new?under={_north}", NewId());
        var first = await _browser.SendFormAsync(page, page, ("Input.Name", "Tvilling"), ("Input.RequestId", id));
        var second = await _browser.SendFormAsync(page, page, ("Input.Name", "Tvilling"), ("Input.RequestId", id));
        (first.StatusCode, second.Headers.Location).ShouldBe((HttpStatusCode.Redirect, first.Headers.Location));
        (await _portal.World.Db.FirstOrDefaultAsync<int>(CountNamed, new { name = "Tvilling" })).ShouldBe(1);
        (await _browser.SendFormAsync(page, page, ("Input.Name", "Annat"), ("Input.RequestId", id))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    [Covers("ACC-4", "Nytt konto: the account above is chosen")]
    public async Task A_new_account_wants_an_account_above_that_the_user_reaches()
    {
        var made = await _browser.SendFormAsync("/accounts/new", "/accounts/new", ("Input.Parent", $"{_north} Norr"), ("Input.Name", "Under norr"), ("Input.RequestId", NewId()));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        string[] wrong = [_root, "999999", "x", ""];
        foreach (var parent in wrong)
        {
            var refused = await _browser.SendFormAsync("/accounts/new", "/accounts/new", ("Input.Parent", parent), ("Input.Name", "Tjuvkonto"), ("Input.RequestId", NewId()));
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, parent);
            var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
            html.ShouldContain(parent.Length == 0 ? "id=\"Input_Parent-error\"" : "Det finns inget sådant konto");
            System.Text.RegularExpressions.Regex.Count(html, "href=\"#Input_Parent\"").ShouldBe(1, "It is said once.");
        }

        (await _portal.World.Db.FirstOrDefaultAsync<int>(CountNamed, new { name = "Tjuvkonto" })).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        var page = $"/accounts/{_north}/address";
        var refused = await _browser.SendFormAsync(page, page, ("Street", "Ny gata 7"), ("PostalCode", "1234"), ("City", "Ort"), ("Email", "x"), ("Phone", "y"), ("Version", "1"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var html = await refused.Content.ReadAsStringAsync();
        foreach (var part in new[] { "id=\"PostalCode-error\"", "id=\"Email-error\"", "id=\"Phone-error\"", "value=\"Ny gata 7\"", "value=\"1234\"" }) html.ShouldContain(part);
        (await _browser.GetStringOf($"/accounts/{_north}")).ShouldContain("Storgatan 1");
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_may_then_save()
    {
        var page = $"/accounts/{_north}/alias";
        (await _browser.SendFormAsync(page, page, ("Alias", "Först"), ("Version", "1"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var second = await _browser.SendFormAsync(page, page, ("Alias", "Sist"), ("Version", "1"));
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await second.Content.ReadAsStringAsync()).ShouldContain("name=\"Version\" value=\"2\"");
        (await _browser.SendFormAsync(page, page, ("Alias", "Sist"), ("Version", "2"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var html = await _browser.GetStringOf($"/accounts/{_north}");
        html.ShouldContain("Alias ändrades från Först till Sist");
        html.LastIndexOf("<dt>Alias</dt>", StringComparison.Ordinal).ShouldBeGreaterThan(html.IndexOf("<dt>Fakturareferens</dt>", StringComparison.Ordinal), "Alias stands last.");
    }

    [Fact]
    public async Task Scripts_in_names_are_text()
    {
        var page = $"/accounts/new?under={_north}";
        const string name = "<script>alert(1)</script>\"'&";
        var made = await _browser.SendFormAsync(page, page, ("Input.Name", name), ("Input.RequestId", NewId()));
        foreach (var address in new[] { made.Headers.Location!.ToString(), "/accounts", "/accounts?q=script", "/accounts/pick?q=script" })
        {
            var html = await _browser.GetStringOf(address);
            html.ShouldNotContain("<script>alert");
            html.ShouldContain("alert(1)");
        }

        (await _browser.SendFormAsync(page, page, ("Input.Name", new string('x', 10_000)), ("Input.RequestId", NewId()))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [Covers("ACC-2", "tabs with a choice of reach")]
    [InlineData("only", "I norr", "Under norr")]
    [InlineData("below", "Under norr", "I toppen")]
    [InlineData("all", "Under norr", "I toppen")]
    [InlineData("x'--", "I norr", "Under norr")]
    public async Task The_services_tab_shows_the_part_that_is_chosen(string reach, string shown, string hidden)
    {
        await _portal.World.SubscriptionAsync(_northId, "I norr");
        await _portal.World.SubscriptionAsync(await _portal.World.AccountAsync(_northId), "Under norr");
        await _portal.World.SubscriptionAsync(_own.RootId, "I toppen");
        var html = await _browser.GetStringOf($"/accounts/{_north}?tab=services&reach={Uri.EscapeDataString(reach)}");
        html.ShouldContain($">{shown}</a>");
        html.ShouldNotContain($">{hidden}</a>");
        html.ShouldContain(reach == "all" ? "/reports/lists/services\"" : $"/reports/lists/services?account={_north}");
    }

    [Fact]
    public async Task The_reach_that_is_chosen_in_a_tab_goes_with_the_others()
    {
        foreach (var tab in new[] { "", "tab=services&" })
        {
            var html = WebUtility.HtmlDecode(await _browser.GetStringOf($"/accounts/{_north}?{tab}reach=below"));
            html.ShouldContain($"href=\"/accounts/{_north}?tab=orders&reach=below\"");
            html.ShouldContain($"href=\"/accounts/{_north}?reach=below\"");
        }

        (await _browser.GetStringOf($"/accounts/{_north}?tab=services&reach=only")).ShouldContain($"href=\"/accounts/{_north}?tab=orders\"");
    }

    [Fact]
    public async Task The_filter_form_of_a_tab_leads_to_the_tabs_own_address()
    {
        var answer = await _browser.GetAsync($"/accounts/{_north}?tab=services&reach=below&fo.name=~&fv.name=%C3%A5ke&size=50");
        answer.Headers.Location!.ToString().ShouldBe($"/accounts/{_north}?tab=services&reach=below&size=50&f.name=~%C3%A5ke");
        using var part = new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location) { Headers = { { "HX-Request", "true" } } };
        var list = await _browser.SendAsync(part);
        (await list.Content.ReadAsStringAsync()).TrimStart().ShouldStartWith("<section class=\"card list\"");
        list.Headers.GetValues("HX-Push-Url").ShouldBe([answer.Headers.Location.ToString()]);
    }

    [Fact]
    [Covers("ACC-3", "contact persons, filtered by role")]
    public async Task Contact_persons_are_found_by_role()
    {
        await _portal.World.ContactPersonAsync(_northId, "Elsa Ekonom", roles: ["ekonomi"]);
        await _portal.World.ContactPersonAsync(_northId, "Tore Tekniker", roles: ["teknik"]);
        (await _browser.GetStringOf($"/accounts/{_north}")).ShouldContain("Tore Tekniker");
        var html = await _browser.GetStringOf($"/accounts/{_north}?role=ekonomi");
        html.ShouldContain("Elsa Ekonom");
        html.ShouldNotContain("Tore Tekniker");
    }

    [Fact]
    [Covers("SVC-2", "the account's name leads to its page")]
    public async Task The_account_of_a_service_is_a_link_for_those_who_see_accounts()
    {
        var service = await _portal.World.SubscriptionAsync(_northId, "Åke");
        (await _browser.GetStringOf($"/services/{service}")).ShouldContain($"href=\"/accounts/{_north}\"");
        using var other = await _portal.BrowserAsync(await _portal.World.UserAsync(_northId, rights: [Right.ViewSubscriptions]));
        (await other.GetStringOf($"/services/{service}")).ShouldNotContain("href=\"/accounts");
    }

    [Fact]
    [Covers("NAV-1", "Konton in the menu")]
    public async Task Without_the_right_to_manage_there_is_no_action()
    {
        using var reader = await _portal.BrowserAsync(await _portal.World.UserAsync(_northId, rights: [Right.ViewAccounts]));
        var html = await reader.GetStringOf($"/accounts/{_north}");
        foreach (var part in new[] { "Åtgärder", "contact-persons", "tab=services" }) html.ShouldNotContain(part);
        (await reader.GetStringOf("/accounts")).ShouldNotContain("href=\"/accounts/new");
        (await _browser.GetStringOf("/accounts")).ShouldContain("href=\"/accounts\" aria-current=\"page\"");
    }

    private static string NewId() => Guid.CreateVersion7().ToString();

    private async Task<string> NumberAsync(Guid id) => (await _portal.World.Db.FirstOrDefaultAsync<string>(SelectNumber, new { id }))!;
}
