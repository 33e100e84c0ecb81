using System.Net;
using System.Net.Http.Json;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Services;

public sealed class ForwardingPageTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Active, true, null)]
    [InlineData(SubscriptionKind.PbxUser, SubscriptionStatus.Terminating, true, null)]
    [InlineData(SubscriptionKind.PbxUser, SubscriptionStatus.Terminated, true, "Nu är den inte i bruk")]
    [InlineData(SubscriptionKind.FixedTelephony, SubscriptionStatus.Active, false, "bara för mobiltelefoni")]
    [Covers("SVC-8", "which services")]
    public async Task Forwardings_are_offered_where_they_fit_and_where_not_the_page_says_why(SubscriptionKind kind, SubscriptionStatus status, bool listed, string? says)
    {
        var (browser, service) = await OpenAsync(kind, status);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}"));
        page.Contains(">Vidarekopplingar<", StringComparison.Ordinal).ShouldBe(listed);
        page.Contains($"class=\"icon-button is-plus\" href=\"/services/{service}/forwardings\"", StringComparison.Ordinal).ShouldBe(says is null, "the green plus");
        var form = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}/forwardings"));
        form.Contains(">Spara<", StringComparison.Ordinal).ShouldBe(says is null);
        if (says is not null) form.ShouldContain(says);
        using var sent = await SendAsync(browser, service, "", ("Input.Busy.Target", "08-465 004 11"));
        sent.StatusCode.ShouldBe(says is null ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Who_may_not_change_it_sees_the_forwardings_and_no_way_to_change_them()
    {
        var (browser, service) = await OpenAsync(rights: [Right.ViewSubscriptions]);
        await portal.World.ForwardingAsync(service);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}"));
        page.ShouldContain("Vid upptaget");
        page.ShouldNotContain($"/services/{service}/forwardings");
    }

    [Fact]
    [Covers("SVC-8", "direct overrides the others")]
    public async Task Direct_forwarding_is_shown_to_go_before_the_others()
    {
        var (browser, service) = await OpenAsync();
        await portal.World.ForwardingAsync(service);
        WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}")).ShouldNotContain("Vilar");
        await portal.World.ForwardingAsync(service, CallForwardingKind.Unconditional, "+46846500412");
        WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}")).ShouldContain("Vilar: direkt vidarekoppling går före");
        WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}/forwardings")).ShouldContain("de andra vilar så länge den är på");
    }

    [Theory]
    [InlineData("Busy", "08-465 004 11", "Vid upptaget <b>till 08-465\u00a0004\u00a011</b>", true)]
    [InlineData("NoReply", "+46 8 465 004 11", "Efter 20 s ringtid <b>till 08-465\u00a0004\u00a011</b>", true)]
    [InlineData("Busy", "", "Ändra minst en vidarekoppling", false)]
    [InlineData("Busy", "070-174 06 31", "till sitt eget nummer", false)]
    [InlineData("Busy", "0046 (0)70-174 06 31", "till sitt eget nummer", false)]
    [InlineData("Unconditional", "112", "nödnumret 112", false)]
    [InlineData("NotReachable", "0939-123 45 67", "till ett betalnummer", false)]
    [InlineData("NotReachable", "abc", "Skriv ett telefonnummer", false)]
    [Covers("SVC-8", "what happens, when and what it costs is said before it is confirmed")]
    public async Task What_was_filled_in_is_looked_at_before_it_is_confirmed(string kind, string target, string says, bool canBeConfirmed)
    {
        var (browser, service) = await OpenAsync(phone: true);
        using var answer = await SendAsync(browser, service, "?handler=Review", ($"Input.{kind}.Target", target), ("Input.NoReply.RingSeconds", "20"));
        answer.StatusCode.ShouldBe(canBeConfirmed ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.ShouldContain(says);
        page.ShouldContain("Själva vidarekopplingen är kostnadsfri");
        page.Contains(">Bekräfta<", StringComparison.Ordinal).ShouldBe(canBeConfirmed);
        page.ShouldContain($"name=\"Input.{kind}.Target\"");
        if (target.Length > 0) page.ShouldContain($"value=\"{target}\"", customMessage: "nothing typed is lost");
    }

    [Fact]
    [Covers("SVC-8", "removal on the service's page")]
    public async Task A_row_leads_to_its_removal_and_the_others_stay()
    {
        var (browser, service) = await OpenAsync();
        await portal.World.ForwardingAsync(service, CallForwardingKind.Busy, "+46846500411");
        await portal.World.ForwardingAsync(service, CallForwardingKind.NoReply, "+46846500412", 15);
        (await browser.GetStringAsync($"/services/{service}")).ShouldContain($"/services/{service}/forwardings?remove=Busy");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}/forwardings?remove=Busy"));
        page.ShouldContain("Det här tas bort");
        page.ShouldNotContain("Det här kopplas vidare");
        (await browser.GetStringOf($"/services/{service}/forwardings?remove=nonsense")).ShouldNotContain(">Bekräfta<");
        (await browser.GetStringOf($"/services/{service}/forwardings?remove=Unconditional")).ShouldNotContain(">Bekräfta<", customMessage: "there is none");
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_stays_when_it_was_left_as_it_was_shown()
    {
        var (browser, service) = await OpenAsync();
        await portal.World.ForwardingAsync(service, CallForwardingKind.Busy, "+46846500419");
        using var answer = await SendAsync(browser, service, "", ("Input.Busy.Target", "08-465 004 11"), ("Input.Busy.Was", "+46846500411"), ("Input.NotReachable.Target", "08-465 004 12"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await browser.GetStringAsync($"/api/v1/services/{service}/forwardings")).ShouldContain("\"kind\":\"busy\",\"target\":\"+46846500419\"");
    }

    [Fact]
    [Covers("API-1", "forwardings")]
    public async Task The_API_tells_and_changes_them()
    {
        var (browser, service) = await OpenAsync(phone: true);
        var (key, token) = (Guid.NewGuid().ToString(), await browser.TokenOfAsync("/me/details"));
        for (var i = 0; i < 2; i++)
        {
            using var answer = await PostAsync(new { noReply = new { target = "08-465 004 11", ringSeconds = 25 }, busy = new { target = (string?)null } });
            (answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.Accepted, """{"set":[{"kind":"noReply","target":"+46846500411","ringSeconds":25}],"removed":[]}"""));
        }

        (await browser.GetStringAsync($"/api/v1/services/{service}/forwardings")).ShouldContain("\"kind\":\"noReply\"");
        key = Guid.NewGuid().ToString();
        foreach (var (body, field, code) in new (object, string, string)[]
        {
            (new { noReply = new { target = "08-465 004 11", ringSeconds = 12 } }, "noReply.ringSeconds", "RingSeconds"), (new { busy = new { target = "112" } }, "busy.target", "ForwardToEmergency"),
            (new { busy = new { target = "+46 70 174 06 31" } }, "busy.target", "ForwardToSelf"), (new { }, "", "ForwardingNone"),
        })
        {
            using var answer = await PostAsync(body);
            var problem = await answer.Content.ReadAsStringAsync();
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, problem);
            problem.ShouldContain(code);
            problem.ShouldContain(field);
        }

        async Task<HttpResponseMessage> PostAsync(object body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/services/{service}/forwardings") { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", key);
            request.Headers.Add("RequestVerificationToken", token);
            return await browser.SendAsync(request);
        }
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, Guid service, string handler, params (string Name, string Value)[] fields) =>
        browser.SendFormAsync("/me/details", $"/services/{service}/forwardings{handler}", [.. fields, ("Input.RequestId", $"{Guid.NewGuid()}")]);

    private async Task<(HttpClient Browser, Guid Service)> OpenAsync(
        SubscriptionKind kind = SubscriptionKind.Mobile, SubscriptionStatus status = SubscriptionStatus.Active, Right[]? rights = null, bool phone = false)
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        return (await portal.BrowserAsync(await portal.World.UserAsync(root, rights: rights)), await portal.World.SubscriptionAsync(root, kind: kind, status: status, phone: phone ? "+46701740631" : null));
    }
}
