using System.Net;
using Connect.Domain.Orders;
using Connect.Domain.Users;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Orders;

public sealed class OrderPageTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(OrderState.Received, false, null)]
    [InlineData(OrderState.Received, true, "redan ombetts avbryta")]
    [InlineData(OrderState.Processing, false, "för sent att avbryta")]
    [InlineData(OrderState.Delivered, false, "för sent att avbryta")]
    [InlineData(OrderState.Rejected, false, "inget att avbryta")]
    [InlineData(OrderState.Cancelled, false, "redan avbruten")]
    [Covers("ORD-3", "cancel while possible")]
    [Covers("SVC-14", "cancelled until they start")]
    public async Task What_can_no_longer_be_called_off_says_so_and_has_no_button_for_it(OrderState state, bool asked, string? says)
    {
        var (root, service) = await ServiceAsync();
        var order = await portal.World.OrderAsync(root, service, state, more: [("CancelRequestedAt", asked ? World.Now : null)]);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        var page = await ReadAsync(browser, $"/orders/{order}/cancel");
        page.Contains("Avbryt beställningen", StringComparison.Ordinal).ShouldBe(says is null);
        page.ShouldContain($"<a href=\"/orders/{order}\">{order}</a>");
        page.ShouldContain("Nytt SIM-kort · Åke Ström");
        page.ShouldContain(says ?? "Det går så länge operatören inte har börjat");
        (await ReadAsync(browser, $"/orders/{order}")).Contains($"href=\"/orders/{order}/cancel\"", StringComparison.Ordinal).ShouldBe(says is null);
        if (state == OrderState.Received) return;
        // Sent from a page that was opened before.
        using var late = await browser.SendFormAsync($"/orders/{order}", $"/orders/{order}/cancel");
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()).ShouldContain(says!);
    }

    [Theory]
    [InlineData(new[] { Right.PlaceOrders }, false)]
    [InlineData(new[] { Right.PlaceOrders, Right.ManageSubscriptions }, true)]
    public async Task Only_who_may_change_the_service_is_offered_to_call_its_order_off(Right[] rights, bool may)
    {
        var (root, service) = await ServiceAsync();
        var order = await portal.World.OrderAsync(root, service);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root, rights: rights));
        (await ReadAsync(browser, $"/orders/{order}")).Contains($"/orders/{order}/cancel", StringComparison.Ordinal).ShouldBe(may);
    }

    [Fact]
    [Covers("ORD-3", "order page with states and times, services linked")]
    public async Task The_page_tells_state_service_reason_and_times()
    {
        var (root, service) = await ServiceAsync();
        var order = await portal.World.OrderAsync(root, service, OrderState.Rejected, OrderType.Move,
            """{"type":"move","toAccountId":"01960000-0000-7000-8000-00000000ffff","fromAccount":"10","fromName":"Norr","toAccount":"20","toName":"Söder"}""", more: [("Reason", "Kontot är spärrat")]);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        var page = await ReadAsync(browser, $"/orders/{order}");
        foreach (var part in new[] { $"<a href=\"/services/{service}\">Åke Ström</a>", "Operatören avvisade beställningen: Kontot är spärrat", "Norr (10)", "Söder (20)", "2026-03-10 11:00", "2026-03-10 13:00", "href=\"/tickets/new?account=" })
            page.ShouldContain(part);
        page.ShouldNotContain("/orders/new?account=");
    }

    [Fact]
    public async Task A_rejected_new_service_can_be_ordered_anew_and_a_delivered_card_tells_what_to_do()
    {
        var (root, service) = await ServiceAsync();
        var (rejected, delivered) = (await portal.World.OrderAsync(root, service, OrderState.Rejected, OrderType.NewSubscription, """{"type":"loaded","of":1,"description":"Mobil"}"""), await portal.World.OrderAsync(root, service, OrderState.Delivered));
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        (await ReadAsync(browser, $"/orders/{rejected}")).ShouldContain("/orders/new?account=");
        (await ReadAsync(browser, $"/orders/{delivered}")).ShouldContain("starta om telefonen");
    }

    [Fact]
    [Covers("ACC-2", "the account's orders with the choice of reach")]
    public async Task An_accounts_tab_has_its_orders_and_those_of_the_accounts_below()
    {
        var (root, service) = await ServiceAsync();
        var north = await portal.World.AccountAsync(root, "Norr");
        var (own, below) = (await portal.World.OrderAsync(root, service), await portal.World.OrderAsync(north, await portal.World.SubscriptionAsync(north)));
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        var number = await portal.World.Db.FirstOrDefaultAsync<string>("SELECT Number FROM Account WHERE Id = @root", new { root });
        var page = await ReadAsync(browser, $"/accounts/{number}?tab=orders");
        (page.Contains($"/orders/{own}", StringComparison.Ordinal), page.Contains($"/orders/{below}", StringComparison.Ordinal)).ShouldBe((true, false));
        (await ReadAsync(browser, $"/accounts/{number}?tab=orders&reach=below")).ShouldContain($"/orders/{below}");
    }

    [Fact]
    [Covers("DASH-1", "the tile says when the next delivery is, and leads to the open orders")]
    public async Task The_start_pages_tile_leads_to_the_open_orders()
    {
        var (root, service) = await ServiceAsync();
        var (open, done) = (await portal.World.OrderAsync(root, service, OrderState.Processing, more: ("ExpectedOn", World.Today.AddDays(2))), await portal.World.OrderAsync(root, service, OrderState.Delivered));
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        var start = await ReadAsync(browser, "/");
        start.ShouldContain("href=\"/orders?f.state=received,processing\"");
        start.ShouldContain("<small>Nästa leverans <span class=\"nowrap\">2026-03-12</span></small>");
        start.ShouldNotContain("sort=expected");
        await portal.World.OrderAsync(root, null, OrderState.Processing, more: ("ExpectedOn", World.Today.AddDays(-2)));
        var late = await ReadAsync(browser, "/");
        late.ShouldContain("href=\"/orders?sort=expected&f.state=received,processing\"");
        late.ShouldContain("<small class=\"is-warn\">Försenade: 1. Nästa leverans <span class=\"nowrap\">2026-03-12</span></small>");
        var list = await ReadAsync(browser, "/orders?f.state=received,processing");
        (list.Contains($"/orders/{open}", StringComparison.Ordinal), list.Contains($"/orders/{done}", StringComparison.Ordinal)).ShouldBe((true, false));
    }

    [Fact]
    [Covers("ORD-1", "an order that should have been done is marked in words and with an icon")]
    public async Task Late_orders_are_marked_in_the_list_and_on_the_accounts_tab()
    {
        var (root, _) = await ServiceAsync();
        await portal.World.OrderAsync(root, null, OrderState.Processing, more: ("ExpectedOn", World.Today));
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        (await ReadAsync(browser, "/orders")).ShouldNotContain("list-mark");
        await portal.World.OrderAsync(root, null, OrderState.Processing, more: ("ExpectedOn", World.Today.AddDays(-1)));
        var number = await portal.World.Db.FirstOrDefaultAsync<string>("SELECT Number FROM Account WHERE Id = @root", new { root });
        foreach (var path in new[] { "/orders?sort=expected", $"/accounts/{number}?tab=orders" })
        {
            var list = await ReadAsync(browser, path);
            list.Split("class=\"list-mark is-warn\"").Length.ShouldBe(2, path);
            list.ShouldMatch("2026-03-09<span class=\"list-mark is-warn\"><svg[^>]*><use [^>]*#clock\"></use></svg> Försenad</span>");
        }
    }

    private async Task<(Guid Root, Guid Service)> ServiceAsync()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        return (root, await portal.World.SubscriptionAsync(root));
    }

    private static async Task<string> ReadAsync(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path));
}
