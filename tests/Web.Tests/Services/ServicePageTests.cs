using System.Net;
using System.Text.RegularExpressions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Services;

public sealed partial class ServicePageTests(Portal portal) : IClassFixture<Portal>
{
    private static int _orders;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Covers("SVC-5", "the pen is there for who may use it")]
    public async Task What_the_user_lacks_the_right_to_is_not_shown(bool may)
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        var service = await portal.World.SubscriptionAsync(root);
        var browser = await portal.BrowserAsync(await portal.World.UserAsync(root, rights: may ? [Right.ViewSubscriptions, Right.ManageSubscriptions] : [Right.ViewSubscriptions]));
        (await browser.GetStringAsync($"/services/{service}")).Contains($"/services/{service}/user-name", StringComparison.Ordinal).ShouldBe(may);
    }

    // What each kind has on its page beside data, price, specification and history, and its actions in their order.
    [Theory]
    [InlineData(SubscriptionKind.Mobile, "sim device use trend barrings forwardings", "replace-sim barrings forwardings references change move top-up cost-cap terminate")]
    [InlineData(SubscriptionKind.PbxUser, "sim device use trend barrings forwardings", "replace-sim barrings forwardings references change move top-up cost-cap terminate")]
    [InlineData(SubscriptionKind.MobileBroadband, "sim device use trend", "replace-sim references change move top-up terminate")]
    [InlineData(SubscriptionKind.FixedTelephony, "use trend", "references move terminate")]
    [InlineData(SubscriptionKind.Broadband, "", "references move terminate")]
    [InlineData(SubscriptionKind.Capacity, "", "references move terminate")]
    [Covers("SVC-2", "differing by kind")]
    public async Task Each_kind_has_its_panels_and_its_actions(SubscriptionKind kind, string panels, string actions)
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        var service = await portal.World.SubscriptionAsync(root, kind: kind, dataPackageId: await portal.World.DataPackageAsync());
        await portal.World.UsageAsync(service);
        var page = await (await portal.BrowserAsync(await portal.World.UserAsync(root))).GetStringAsync($"/services/{service}");
        string[] all = ["sim", "device", "use", "trend", "barrings", "forwardings"];
        all.Where(panel => page.Contains($"id=\"{panel}-title\"", StringComparison.Ordinal)).ShouldBe(panels.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var menu = page[page.IndexOf("id=\"actions-title\"", StringComparison.Ordinal)..];
        Action().Matches(menu).Select(match => match.Groups[1].Value).ShouldBe(actions.Split(' '));
        foreach (var always in new[] { "facts", "specification", "history" }) page.ShouldContain($"id=\"{always}-title\"");
    }

    [Fact]
    public async Task Half_a_year_without_traffic_is_told_instead_of_drawn()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        var service = await portal.World.SubscriptionAsync(root, kind: SubscriptionKind.FixedTelephony);
        var page = WebUtility.HtmlDecode(await (await portal.BrowserAsync(await portal.World.UserAsync(root))).GetStringAsync($"/services/{service}"));
        page.ShouldContain("Ingen trafik under det senaste halvåret.");
        page.ShouldNotContain("class=\"chart\"");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Covers("SVC-6", "one replacement at a time")]
    public async Task A_replacement_under_way_is_told_where_another_would_be_begun(bool open)
    {
        var (root, service) = await ServiceAsync();
        await OrderAsync(root, service, open ? OrderState.Received : OrderState.Delivered);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}"));
        page.Contains($"href=\"/services/{service}/replace-sim\"", StringComparison.Ordinal).ShouldBe(!open);
        page.Contains("Ett nytt SIM-kort är redan beställt till tjänsten", StringComparison.Ordinal).ShouldBe(open);
    }

    [Theory]
    [InlineData(OrderState.Received, false, null)]
    [InlineData(OrderState.Received, true, "redan ombetts avbryta")]
    [InlineData(OrderState.Processing, false, "för sent att avbryta")]
    [InlineData(OrderState.Delivered, false, "för sent att avbryta")]
    [InlineData(OrderState.Rejected, false, "inget att avbryta")]
    [InlineData(OrderState.Cancelled, false, "redan avbruten")]
    [Covers("SVC-14", "cancelled until they start")]
    public async Task What_can_no_longer_be_called_off_says_so_and_has_no_button_for_it(OrderState state, bool asked, string? says)
    {
        var (root, service) = await ServiceAsync();
        var order = await OrderAsync(root, service, state, asked);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}/orders/{order}/cancel"));
        page.Contains("Avbryt beställningen", StringComparison.Ordinal).ShouldBe(says is null);
        page.ShouldContain($"<a href=\"/services/{service}\">Åke Ström</a>");
        page.ShouldContain(says ?? "Det går så länge operatören inte har börjat");
        if (state == OrderState.Received) return;
        // Sent from a page that was opened before.
        using var late = await browser.SendFormAsync($"/services/{service}", $"/services/{service}/orders/{order}/cancel");
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()).ShouldContain(says!);
    }

    [GeneratedRegex("href=\"/services/[0-9a-f-]+/([a-z-]+)\"")]
    private static partial Regex Action();

    private async Task<(Guid Root, Guid Service)> ServiceAsync()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        return (root, await portal.World.SubscriptionAsync(root));
    }

    private async Task<string> OrderAsync(Guid root, Guid service, OrderState state, bool asked = false)
    {
        var (id, number, isOpen) = (Guid.CreateVersion7(), $"7{Interlocked.Increment(ref _orders):00000}", state is OrderState.Received or OrderState.Processing);
        var organisation = await portal.World.Db.FirstOrDefaultAsync<Guid>("SELECT OrganisationId FROM Account WHERE Id = @root", new { root });
        await portal.World.InsertAsync("CustomerOrder", ("Id", id), ("OrganisationId", organisation), ("AccountId", root), ("Number", number), ("Type", OrderType.SimReplacement),
            ("State", state), ("OrderedBy", "Anna"), ("OrderedAt", World.Now), ("StartsOn", World.Today), ("CancelRequestedAt", asked ? World.Now : null),
            ("EndedAt", isOpen ? null : World.Now), ("Version", 1));
        await portal.World.InsertAsync("OrderLine", ("Id", Guid.CreateVersion7()), ("OrderId", id), ("LineNumber", 1), ("Type", OrderType.SimReplacement), ("SubscriptionId", service),
            ("MonthlyPrice", 0L), ("OneTimePrice", 0L), ("Detail", "{\"type\":\"sim-replacement\",\"way\":1,\"language\":\"sv\"}"), ("IsOpen", isOpen));
        return number;
    }
}
