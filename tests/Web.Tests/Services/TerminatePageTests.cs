using System.Net;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Web.Tests.Services;

/// <summary>It is 10 March 2026.</summary>
[Covers("SVC-13", "the page says until when and how much before it is confirmed")]
public sealed class TerminatePageTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(3, false, null, "2026-04-01", "2026-06-10", "464,33 kr")]
    [InlineData(3, true, null, "2026-04-01", "2026-06-30", "597,00 kr")]
    [InlineData(3, false, "2026-12-31", "2026-04-01", "2026-12-31", "1 791,00 kr")]
    [InlineData(1, false, null, "2026-07-01", "2026-06-30", "0,00 kr")]
    public async Task It_is_told_until_when_the_service_is_invoiced_and_what_that_costs(int months, bool toMonthEnd, string? committed, string endsOn, string until, string cost)
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        var service = await portal.World.SubscriptionAsync(root, more: [("NoticeMonths", months), ("NoticeToMonthEnd", toMonthEnd), ("CommittedUntil", committed)]);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}/terminate?EndsOn={endsOn}"));
        page.ShouldContain($"<b>{endsOn} kl. 00.00</b>");
        page.ShouldContain($"<b>{until}</b>");
        page.Replace('\u00a0', ' ').ShouldContain($"<b>{cost}</b>");
    }

    [Theory]
    [InlineData("2026-03-09", "Välj i dag eller en dag som kommer.")]
    [InlineData("2036-03-11", "Välj en dag högst 10 år framåt.")]
    [InlineData("", "Välj ett datum.")]
    [InlineData("2027-02-29", "Värdet går inte att läsa")]
    public async Task A_day_that_can_not_be_chosen_is_told_beside_the_field(string endsOn, string says)
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        var service = await portal.World.SubscriptionAsync(root);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        using var answer = await browser.GetAsync($"/services/{service}/terminate?EndsOn={endsOn}");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.ShouldContain(says);
        page.ShouldContain("id=\"EndsOn-error\"");
        page.ShouldNotContain("Det här händer");
    }

    [Fact]
    public async Task A_service_that_ends_already_says_so_on_both_pages()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        var service = await portal.World.SubscriptionAsync(root, status: SubscriptionStatus.Terminating);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        foreach (var path in (string[])[$"/services/{service}", $"/services/{service}/terminate"])
            WebUtility.HtmlDecode(await browser.GetStringAsync(path)).ShouldContain("Tjänsten avslutas redan");
    }
}
