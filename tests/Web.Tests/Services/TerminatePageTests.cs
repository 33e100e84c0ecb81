using System.Globalization;
using System.Net;
using Connect.Domain.Orders;
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

    [Fact]
    public async Task The_form_begins_with_the_first_day_that_costs_nothing_after_the_end_and_says_nothing_of_it_yet()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        var service = await portal.World.SubscriptionAsync(root, more: [("NoticeMonths", 3)]);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}/terminate"));
        page.ShouldContain("value=\"2026-06-11\"");
        page.ShouldContain("Avslutas den 2026-06-11 eller senare kostar det inget");
        page.ShouldNotContain("Det här händer");
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

    [Theory]
    [InlineData(false, "Avbryts", "Redan hos operatören")]
    [InlineData(true, "Redan hos operatören", "Avbryts")]
    public async Task What_is_called_off_and_what_the_operator_has_already_are_told_apart(bool sent, string says, string saysNot)
    {
        var organisation = await portal.World.OrganisationAsync();
        var service = await portal.World.SubscriptionAsync(organisation.RootId);
        var number = await portal.World.OrderAsync(organisation.RootId, service, more: [("SentAt", sent ? World.Now : null)]);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(organisation.RootId));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}/terminate?EndsOn={World.Today:yyyy-MM-dd}"));
        page.ShouldContain($"<dt>{says}</dt>");
        page.ShouldNotContain($"<dt>{saysNot}</dt>");
        page.ShouldContain(number);
    }

    [Theory]
    [InlineData(true, "390,00 kr", "910,00 kr", "Räknat med den beställda ändringen {0}: 390,00 kr i månaden från 2026-03-10.", "Kostnaden kan bli en annan")]
    [InlineData(false, "300,00 kr", "700,00 kr", "Kostnaden kan bli en annan, beroende på vad som blir av beställning {0}.", "Räknat med")]
    public async Task A_change_that_is_ordered_counts_from_its_day_and_one_of_unknown_price_is_named(bool isKnown, string price, string cost, string says, string saysNot)
    {
        var organisation = await portal.World.OrganisationAsync();
        var service = await portal.World.SubscriptionAsync(organisation.RootId, more: [("NoticeMonths", 3), ("MonthlyPrice", 3_000_000L)]);
        var number = await portal.World.OrderAsync(organisation.RootId, service, type: OrderType.Change, detail: isKnown
            ? """{"type":"change","extraPriceLists":[],"before":"10 GB","monthlyPriceBefore":300,"monthlyPrice":390}""" : """{"type":"loaded","of":3}""", more: [("SentAt", World.Now)]);
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(organisation.RootId));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}/terminate?EndsOn=2026-04-01")).Replace('\u00a0', ' ');
        page.ShouldContain($"<b>{cost}</b>");
        page.ShouldContain($"Av månadspriset {price}");
        page.ShouldContain(string.Format(CultureInfo.InvariantCulture, says, number));
        page.ShouldNotContain(saysNot);
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
