using System.Net;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Services;

[Covers("SVC-1", "both numbers of a switchboard user")]
public sealed class OtherNumberTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_list_shows_the_fixed_number_below_the_mobile_one()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        await portal.World.SubscriptionAsync(root, kind: SubscriptionKind.PbxUser, phone: "+46701740605", more: ("FixedNumber", "+46101234567"));
        await portal.World.SubscriptionAsync(root, kind: SubscriptionKind.FixedTelephony, more: [("PhoneNumber", null), ("FixedNumber", "+46107654321")]);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/services")).Replace('\u00a0', ' ');
        page.Split("<span class=\"list-mark").Length.ShouldBe(2, "Only where there are two.");
        page.Split("<span class=\"list-mark")[1].Split("</td>")[0].ShouldContain("010-123 45 67");
    }
}
