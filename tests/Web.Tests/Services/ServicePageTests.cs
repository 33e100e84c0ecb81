using Connect.Domain.Users;
using Connect.TestKit;

namespace Connect.Web.Tests.Services;

public sealed class ServicePageTests(Portal portal) : IClassFixture<Portal>
{
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
}
