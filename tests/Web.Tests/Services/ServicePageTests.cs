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
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Covers("SVC-5", "the pen is there for who may use it")]
    [Covers("RIGHT-1", "what the user lacks the right to is not shown")]
    public async Task What_the_user_lacks_the_right_to_is_not_shown(bool may)
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        var service = await portal.World.SubscriptionAsync(root);
        var browser = await portal.BrowserAsync(await portal.World.UserAsync(root, rights: may ? [Right.ViewSubscriptions, Right.ManageSubscriptions] : [Right.ViewSubscriptions]));
        (await browser.GetStringAsync($"/services/{service}")).Contains($"/services/{service}/user-name", StringComparison.Ordinal).ShouldBe(may);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Covers("SVC-2", "barred by the operator: who can open it")]
    public async Task A_service_that_the_operator_barred_leads_to_support(bool ownBarring)
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        var service = await portal.World.SubscriptionAsync(root, kind: SubscriptionKind.Mobile, status: SubscriptionStatus.Barred);
        if (ownBarring) await portal.World.BarringAsync(service, BarringKind.LostOrStolen);
        var page = WebUtility.HtmlDecode(await (await portal.BrowserAsync(await portal.World.UserAsync(root))).GetStringAsync($"/services/{service}"));
        page.Contains("Tjänsten är spärrad av operatören", StringComparison.Ordinal).ShouldBe(!ownBarring);
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
    [Covers("SVC-3", "both addresses of a line between two")]
    public async Task A_line_between_two_addresses_shows_both()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        var ends = await portal.World.SubscriptionAsync(root, kind: SubscriptionKind.Capacity, more: [("InstallationStreet", "Storgatan 1"), ("InstallationPostalCode", "411 01"), ("InstallationCity", "Göteborg"),
            ("OtherEndStreet", "Hamngatan 2"), ("OtherEndPostalCode", "111 22"), ("OtherEndCity", "Stockholm")]);
        var one = await portal.World.SubscriptionAsync(root, kind: SubscriptionKind.Capacity, more: [("InstallationStreet", "Storgatan 1")]);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        (await FactsAsync(ends)).ShouldSatisfyAllConditions(facts => facts.ShouldContain("Första adressen Storgatan 1, 411 01 Göteborg"), facts => facts.ShouldContain("Andra adressen Hamngatan 2, 111 22 Stockholm"));
        (await FactsAsync(one)).ShouldSatisfyAllConditions(facts => facts.ShouldContain("Installationsadress Storgatan 1"), facts => facts.ShouldNotContain("Andra adressen"));
        (await browser.GetStringAsync($"/api/v1/services/{ends}")).ShouldContain("\"otherEndStreet\":\"Hamngatan 2\"");

        async Task<string> FactsAsync(Guid id) => Blank().Replace(Tag().Replace(WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{id}")), " "), " ");
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
        await portal.World.OrderAsync(root, service, open ? OrderState.Received : OrderState.Delivered);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}"));
        page.Contains($"href=\"/services/{service}/replace-sim\"", StringComparison.Ordinal).ShouldBe(!open);
        page.Contains("Ett nytt SIM-kort är redan beställt till tjänsten", StringComparison.Ordinal).ShouldBe(open);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blank();

    [GeneratedRegex("href=\"/services/[0-9a-f-]+/([a-z-]+)\"")]
    private static partial Regex Action();

    private async Task<(Guid Root, Guid Service)> ServiceAsync()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        return (root, await portal.World.SubscriptionAsync(root));
    }
}
