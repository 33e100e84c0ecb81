using System.Net;
using System.Net.Http.Json;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Services;

public sealed class BarringPageTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Active, true, null)]
    [InlineData(SubscriptionKind.PbxUser, SubscriptionStatus.Barred, true, null)]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Terminated, true, "Nu är den inte i bruk")]
    [InlineData(SubscriptionKind.MobileBroadband, SubscriptionStatus.Active, false, "bara för mobiltelefoni")]
    [InlineData(SubscriptionKind.Broadband, SubscriptionStatus.Active, false, "bara för mobiltelefoni")]
    [Covers("SVC-7", "which services")]
    public async Task Barrings_are_offered_where_they_fit_and_where_not_the_page_says_why(SubscriptionKind kind, SubscriptionStatus status, bool listed, string? says)
    {
        var (browser, service) = await OpenAsync(kind, status);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}"));
        page.Contains("Mobilspärrar", StringComparison.Ordinal).ShouldBe(listed);
        page.Contains($"class=\"icon-button is-plus\" href=\"/services/{service}/barrings\"", StringComparison.Ordinal).ShouldBe(says is null, "the green plus");
        var form = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}/barrings"));
        form.Contains(">Lägg till<", StringComparison.Ordinal).ShouldBe(says is null);
        if (says is not null) form.ShouldContain(says);
        using var sent = await browser.SendFormAsync($"/me/details", $"/services/{service}/barrings", ("add", "AllData"), ("RequestId", $"{Guid.NewGuid()}"));
        sent.StatusCode.ShouldBe(says is null ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData(SubscriptionKind.PbxUser, true)]
    [InlineData(SubscriptionKind.Mobile, false)]
    [Covers("SVC-7", "the note is for PBX users")]
    [Covers("SVC-8", "the note is for PBX users")]
    public async Task Only_a_PBX_user_is_told_that_the_PBX_bars_and_forwards_for_itself(SubscriptionKind kind, bool told)
    {
        var (browser, service) = await OpenAsync(kind);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}"));
        foreach (var (path, barred) in new[] { ("barrings", "spärren"), ("forwardings", "vidarekopplingarna") })
        {
            var note = $"{barred} läggas i växelgränssnittet i stället";
            page.Contains(note, StringComparison.Ordinal).ShouldBe(told, "the panel");
            WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}/{path}")).Contains(note, StringComparison.Ordinal).ShouldBe(told, path);
        }
    }

    [Fact]
    [Covers("SVC-7", "removal on the service's page")]
    public async Task Who_may_not_change_it_sees_the_barrings_and_no_way_to_change_them()
    {
        var (browser, service) = await OpenAsync(rights: [Right.ViewSubscriptions]);
        await portal.World.BarringAsync(service);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}"));
        page.ShouldContain("Betalsamtal");
        page.ShouldNotContain($"/services/{service}/barrings");
    }

    [Theory]
    [InlineData("review=true", "Välj minst en spärr", false)]
    [InlineData("review=true&add=AllOutgoing&add=PremiumCalls", "Betalsamtal ingår i Alla utgående samtal", false)]
    [InlineData("review=true&add=RoamingData", "Data utomlands ingår i All data", false)]
    [InlineData("review=true&add=AllData", "det är redan så", false)]
    [InlineData("review=true&remove=OutgoingSms", "det är redan så", false)]
    [InlineData("review=true&add=AllRoaming", "Nödnumret 112 går alltid att ringa", true)]
    [InlineData("review=true&remove=AllData", "Att ta bort en spärr är kostnadsfritt", true)]
    [InlineData("review=true&add=LostOrStolen", "Tjänstens status blir Spärrad", true)]
    [InlineData("review=true&add=Nonsense", "", false)]
    [Covers("SVC-7", "what happens, when and what it costs is said before it is confirmed")]
    public async Task What_was_chosen_is_looked_at_before_it_is_confirmed(string query, string says, bool canBeConfirmed)
    {
        var (browser, service) = await OpenAsync();
        await portal.World.BarringAsync(service, BarringKind.AllData);
        var page = WebUtility.HtmlDecode(await browser.GetStringOf($"/services/{service}/barrings?{query}"));
        page.ShouldContain(says);
        page.Contains(">Bekräfta<", StringComparison.Ordinal).ShouldBe(canBeConfirmed);
    }

    [Fact]
    public async Task What_is_refused_says_so_and_keeps_what_was_chosen()
    {
        var (browser, service) = await OpenAsync();
        using var sent = await browser.SendFormAsync($"/services/{service}/barrings?review=true&add=AllData", $"/services/{service}/barrings",
            ("add", "AllData"), ("add", "RoamingData"), ("RequestId", $"{Guid.NewGuid()}"));
        sent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync());
        page.ShouldContain("En av spärrarna ingår i en annan");
        page.ShouldContain("name=\"add\" value=\"RoamingData\"");
    }

    [Fact]
    [Covers("API-1", "barrings")]
    public async Task The_API_tells_and_changes_them()
    {
        var (browser, service) = await OpenAsync();
        var (key, token) = (Guid.NewGuid().ToString(), await browser.TokenOfAsync("/me/details"));
        for (var i = 0; i < 2; i++)
        {
            using var answer = await PostAsync(new { add = new[] { "premiumCalls", "roamingData" } }, key);
            (answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.Accepted, """{"added":["premiumCalls","roamingData"],"removed":[]}"""));
        }

        (await browser.GetStringAsync($"/api/v1/services/{service}/barrings")).ShouldContain("""{"kind":"premiumCalls","since":""");
        foreach (var (body, sent) in new[] { ((object)new { add = new[] { "nonsense" } }, key), (new { }, Guid.NewGuid().ToString()), (new { add = new[] { "allData" } }, null) })
        {
            using var answer = await PostAsync(body, sent);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        async Task<HttpResponseMessage> PostAsync(object body, string? key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/services/{service}/barrings") { Content = JsonContent.Create(body) };
            if (key is not null) request.Headers.Add("Idempotency-Key", key);
            request.Headers.Add("RequestVerificationToken", token);
            return await browser.SendAsync(request);
        }
    }

    private async Task<(HttpClient Browser, Guid Service)> OpenAsync(SubscriptionKind kind = SubscriptionKind.Mobile, SubscriptionStatus status = SubscriptionStatus.Active, Right[]? rights = null)
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        return (await portal.BrowserAsync(await portal.World.UserAsync(root, rights: rights)), await portal.World.SubscriptionAsync(root, kind: kind, status: status));
    }
}
