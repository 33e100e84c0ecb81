using System.Net;
using System.Text.RegularExpressions;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Orders;

/// <summary>The order wizard without JavaScript. It is 10 March 2026.</summary>
[Covers("ORD-2", "in pages: each step has its address, and what is sent in bad faith")]
public sealed partial class NewOrderPageTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private static readonly Stmt SelectOrders = "SELECT COUNT(*) FROM CustomerOrder WHERE OrganisationId = @id";
    private static readonly Stmt SelectPrice = "SELECT MonthlyPrice FROM Subscription WHERE OrganisationId = @id";
    private HttpClient _browser = null!;
    private TestOrganisation _organisation = null!;
    private Guid _category, _mobile, _foreign, _list;
    private string _account = "";

    public async ValueTask InitializeAsync()
    {
        var world = portal.World;
        _organisation = await world.OrganisationAsync();
        (_mobile, _foreign) = (await world.ProductAsync(name: "Mobil Fri", monthly: 249), await world.ProductAsync(name: "Annans produkt"));
        await world.AgreementAsync(_organisation.Id, products: _mobile);
        _category = await world.Db.FirstOrDefaultAsync<Guid>("SELECT CategoryId FROM Product WHERE Id = @id", new { id = _mobile });
        _list = await world.PriceListAsync("Fri");
        _account = await world.AccountNumberAsync(await world.AccountAsync(_organisation.RootId, "Verkstad"));
        _browser = await portal.BrowserAsync(await world.UserAsync(_organisation.RootId));
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    [Covers("ORD-2", "back and reload keep what was entered; exactly one order")]
    public async Task Each_step_is_kept_and_completed_again_it_is_one_order()
    {
        var draft = await BegunAsync();
        (await PostAsync($"{draft}/category", ("Category", $"{_category}"))).ShouldBe($"{draft}/product");
        (await PostAsync($"{draft}/product", ("Product", $"{_mobile}"))).ShouldBe($"{draft}/details");
        (await PostAsync($"{draft}/details", Details)).ShouldBe($"{draft}/summary");
        foreach (var (step, holds) in new[] { ("account", $"{_account} Verkstad"), ("category", "checked"), ("product", "checked"), ("details", "value=\"Åke Ny\""), ("details", "ake@example.com") })
            (await ReadAsync($"{draft}/{step}")).ShouldContain(holds);
        var summary = await ReadAsync($"{draft}/summary");
        summary.ShouldContain("311,25 kr"); // with VAT
        summary.ShouldContain("Betalsamtal");
        (await ReadAsync("/orders/new")).ShouldContain("Mobil Fri, Åke Ny, Verkstad");
        var first = await PostAsync($"{draft}/summary", ("Version", Version(summary)));
        first.ShouldStartWith("/orders/1");
        (await PostAsync($"{draft}/summary", "/orders/new", ("Version", Version(summary)))).ShouldBe(first, "sent again");
        (await PostAsync($"{draft}/summary", "/orders/new", ("Version", "1"))).ShouldBe(first, "from a tab that was left open");
        (await OrdersAsync()).ShouldBe(1);
        (await ReadAsync(first)).ShouldContain("Nytt nummer från operatören");
        (await LocationAsync($"{draft}/summary")).ShouldBe("/orders/new");
    }

    [Fact]
    public async Task A_price_in_the_form_is_nobodys()
    {
        var draft = await FilledInAsync();
        await PostAsync($"{draft}/summary", ("Version", "4"), ("MonthlyPrice", "1"), ("Quote.Wanted.MonthlyPrice", "1"), ("OneTimePrice", "0"));
        (await portal.World.Db.FirstOrDefaultAsync<long>(SelectPrice, new { id = _organisation.Id })).ShouldBe(Money.FromKronor(249).TenThousandths);
    }

    [Fact]
    public async Task Changed_in_another_tab_it_is_shown_again_before_it_is_ordered()
    {
        var draft = await FilledInAsync();
        var version = Version(await ReadAsync($"{draft}/summary"));
        await PostAsync($"{draft}/details", [.. Details, ("Details.CostCentre", "4711")]);
        using var answer = await _browser.SendFormAsync($"{draft}/summary", $"{draft}/summary", ("Version", version));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.ShouldContain("har ändrats sedan sidan visades");
        page.ShouldContain("4711");
        (await OrdersAsync()).ShouldBe(0);
        (await PostAsync($"{draft}/summary", ("Version", Version(page)))).ShouldStartWith("/orders/1");
    }

    [Theory]
    [InlineData("summary", "category")]
    [InlineData("details", "category")]
    [InlineData("product", "category")]
    public async Task A_step_that_was_skipped_is_led_back_to(string step, string missing)
    {
        var draft = await BegunAsync();
        (await LocationAsync($"{draft}/{step}")).ShouldBe($"{draft}/{missing}");
        (await OrdersAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_the_agreement_lacks_cannot_be_chosen()
    {
        var draft = await BegunAsync();
        await PostAsync($"{draft}/category", ("Category", $"{_category}"));
        (await RefusedAsync($"{draft}/product", ("Product", $"{_foreign}"))).ShouldContain("Produkten går inte att beställa.");
        (await RefusedAsync($"{draft}/product")).ShouldContain("Välj ett av alternativen.");
        (await RefusedAsync($"{draft}/category", ("Category", $"{Guid.NewGuid()}"))).ShouldContain("Kategorin har inget");
    }

    [Fact]
    public async Task An_account_outside_the_reach_is_none()
    {
        var other = await portal.World.OrganisationAsync("Annan AB");
        var number = await portal.World.AccountNumberAsync(other.RootId);
        using var answer = await _browser.SendFormAsync("/orders/new", "/orders/new", ("Account", number), ("RequestId", $"{Guid.CreateVersion7()}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("Det finns inget sådant konto.");
        (await _browser.GetAsync($"/orders/new?account={number}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Covers("ACC-4", "Skapa beställning, with the account chosen already")]
    public async Task From_an_accounts_page_the_category_comes_first()
    {
        (await ReadAsync($"/accounts/{_account}")).ShouldContain($"/orders/new?account={_account}");
        var page = $"/orders/new?account={_account}";
        (await ReadAsync(page)).ShouldContain($"Verkstad ({_account})");
        var id = Guid.CreateVersion7();
        (await PostAsync(page, ("Category", $"{_category}"), ("RequestId", $"{id}"))).ShouldBe($"/orders/new/{id}/product");
    }

    [Fact]
    public async Task All_that_is_missing_is_told_at_once_and_nothing_typed_is_lost()
    {
        var draft = await BegunAsync();
        await PostAsync($"{draft}/product", $"{draft}/category", ("Product", $"{_mobile}"));
        await PostAsync($"{draft}/category", ("Category", $"{_category}"));
        await PostAsync($"{draft}/product", ("Product", $"{_mobile}"));
        var page = await RefusedAsync($"{draft}/details", ("Details.CostCentre", "4711"), ("Details.NumberWay", "Ported"), ("Details.PortedNumber", "08-465 004 11"), ("Details.LosingOperator", "Annan"), ("Details.StartsOn", "2026-03-10"));
        foreach (var says in new[] { "Användarnamn: Fyll i fältet.", "Prislista: Välj ett av alternativen.", "Hur vill du få SIM-kortet?: Välj ett av alternativen.", "Skriv ett svenskt mobilnummer", "value=\"4711\"", "08-465 004 11" }) page.ShouldContain(says);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_along_with_all_the_rest()
    {
        var draft = await AtDetailsAsync();
        var page = await RefusedAsync($"{draft}/details", ("Details.NumberWay", "Ported"), ("Details.PortedNumber", "abc"), ("Details.CostCentre", new string('x', 51)), ("Details.StartsOn", "i morgon"));
        foreach (var says in new[] { "Användarnamn: Fyll i fältet.", "Prislista: Välj ett av alternativen.", "Skriv ett svenskt mobilnummer, till exempel 070-123 45 67.", "Kostnadsställe: ", "href=\"#Details_StartsOn\"", "value=\"i morgon\"" }) page.ShouldContain(says);
        Regex.Count(page, "href=\"#Details_StartsOn\"").ShouldBe(1, "one thing a field");
        (await RefusedAsync($"{draft}/details", [.. Details, ("Details.Barrings", $"{BarringKind.AllOutgoing}")])).ShouldContain("”Betalsamtal” ingår i ”Alla utgående samtal”. Välj bara den ena.");
    }

    [Fact]
    [Covers("ORD-2", "two tabs: nothing is written over unseen, and nothing typed is lost")]
    public async Task Filled_in_in_two_tabs_the_second_is_told_and_loses_nothing()
    {
        var draft = await AtDetailsAsync();
        var version = Version(await ReadAsync($"{draft}/details"));
        (await PostAsync($"{draft}/details", [.. Details, ("Version", version)])).ShouldBe($"{draft}/summary");
        using var answer = await _browser.SendFormAsync($"{draft}/details", $"{draft}/details", [.. Details, ("Details.CostCentre", "4711"), ("Version", version)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.ShouldSatisfyAllConditions(p => p.ShouldContain("kanske i en annan flik"), p => p.ShouldContain("value=\"4711\""), p => Version(p).ShouldNotBe(version));
        (await ReadAsync($"{draft}/summary")).ShouldNotContain("4711");
        (await PostAsync($"{draft}/details", [.. Details, ("Details.CostCentre", "4711"), ("Version", Version(page))])).ShouldBe($"{draft}/summary");
        (await ReadAsync($"{draft}/summary")).ShouldContain("4711");
    }

    [Fact]
    public async Task Begun_again_and_again_it_is_one_draft_until_a_product_is_chosen()
    {
        var draft = await BegunAsync();
        (await PostAsync("/orders/new", ("Account", "verkst"), ("RequestId", $"{Guid.CreateVersion7()}"))).ShouldBe($"{draft}/category");
        (await PostAsync($"/orders/new?account={_account}", ("Category", $"{_category}"), ("RequestId", $"{Guid.CreateVersion7()}"))).ShouldBe($"{draft}/product");
        await PostAsync($"{draft}/product", ("Product", $"{_mobile}"));
        (await BegunAsync()).ShouldNotBe(draft);
        Regex.Count(await ReadAsync("/orders/new"), "name=\"id\" value=").ShouldBe(2);
        // The form that began it, come back to by the browser, goes on with it.
        (await PostAsync("/orders/new", ("Account", "verkst"), ("RequestId", draft.Split('/')[^1]))).ShouldBe($"{draft}/category");
    }

    [Fact]
    public async Task Without_a_step_it_leads_to_where_the_draft_stands()
    {
        var draft = await BegunAsync();
        (await LocationAsync(draft)).ShouldBe($"{draft}/category");
        await PostAsync($"{draft}/category", ("Category", $"{_category}"));
        await PostAsync($"{draft}/product", ("Product", $"{_mobile}"));
        (await LocationAsync(draft)).ShouldBe($"{draft}/details");
        await PostAsync($"{draft}/details", Details);
        (await LocationAsync(draft)).ShouldBe($"{draft}/summary");
        (await LocationAsync($"/orders/new/{Guid.NewGuid()}")).ShouldBe("/orders/new");
    }

    [Fact]
    public async Task What_was_begun_can_be_thrown_away()
    {
        var draft = await BegunAsync();
        (await ReadAsync("/orders/new")).ShouldContain("Påbörjade beställningar");
        (await PostAsync("/orders/new?handler=Discard", "/orders/new", ("id", draft.Split('/')[^1]))).ShouldBe("/orders/new");
        (await ReadAsync("/orders/new")).ShouldNotContain("Påbörjade beställningar");
    }

    [Fact]
    public async Task Without_the_right_there_is_no_way_in()
    {
        using var reader = await portal.BrowserAsync(await portal.World.UserAsync(_organisation.RootId, rights: [Domain.Users.Right.ViewAccounts]));
        (await reader.GetStringOf($"/accounts/{_account}")).ShouldNotContain("/orders/new");
        (await reader.GetAsync("/orders/new")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private (string, string)[] Details =>
    [
        ("Details.UserName", "Åke Ny"), ("Details.NumberWay", "New"), ("Details.SimWay", "ESim"), ("Details.Email", "ake@example.com"), ("Details.PriceList", $"{_list}"),
        ("Details.Barrings", $"{BarringKind.PremiumCalls}"), ("Details.StartsOn", "2026-03-10"),
    ];

    /// <summary>A draft with its account; the address of its pages.</summary>
    private async Task<string> BegunAsync()
    {
        var id = Guid.CreateVersion7();
        (await PostAsync("/orders/new", ("Account", "verkst"), ("RequestId", $"{id}"))).ShouldBe($"/orders/new/{id}/category");
        return $"/orders/new/{id}";
    }

    private async Task<string> AtDetailsAsync()
    {
        var draft = await BegunAsync();
        await PostAsync($"{draft}/category", ("Category", $"{_category}"));
        await PostAsync($"{draft}/product", ("Product", $"{_mobile}"));
        return draft;
    }

    private async Task<string> FilledInAsync()
    {
        var draft = await AtDetailsAsync();
        await PostAsync($"{draft}/details", Details);
        return draft;
    }

    private Task<string> PostAsync(string page, params (string, string)[] fields) => PostAsync(page, page, fields);

    /// <summary>Where the form led.</summary>
    private async Task<string> PostAsync(string action, string page, params (string, string)[] fields)
    {
        using var answer = await _browser.SendFormAsync(page, action, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, $"{action}: {WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())}");
        return $"{answer.Headers.Location}";
    }

    private async Task<string> RefusedAsync(string page, params (string, string)[] fields)
    {
        using var answer = await _browser.SendFormAsync(page, page, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> ReadAsync(string page) => WebUtility.HtmlDecode(await _browser.GetStringOf(page)).Replace('\u00a0', ' ');

    private async Task<string> LocationAsync(string page) => $"{(await _browser.GetAsync(page)).Headers.Location}";

    private Task<int> OrdersAsync() => portal.World.Db.FirstOrDefaultAsync<int>(SelectOrders, new { id = _organisation.Id });

    private static string Version(string page) => VersionField().Match(page).Groups["version"].Value;

    [GeneratedRegex("name=\"Version\" value=\"(?<version>[0-9]+)\"")]
    private static partial Regex VersionField();
}
