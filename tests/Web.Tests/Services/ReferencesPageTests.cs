using System.Net;
using System.Net.Http.Json;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Services;

[Covers("SVC-9", "the page and the API")]
public sealed class ReferencesPageTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(SubscriptionKind.Broadband, SubscriptionStatus.Active, null)]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Ordered, null)]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Terminated, "Tjänsten är avslutad.")]
    public async Task The_action_is_there_on_every_kind_and_says_why_where_it_cannot_be_used(SubscriptionKind kind, SubscriptionStatus status, string? says)
    {
        var (browser, service) = await OpenAsync(kind, status);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}"));
        page.ShouldContain("Externt användarnamn");
        page.Contains($"<a href=\"/services/{service}/references\">", StringComparison.Ordinal).ShouldBe(says is null);
        page.Contains($"href=\"/services/{service}/references#CostCentre\"", StringComparison.Ordinal).ShouldBe(says is null, "the pen");
        var form = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}/references"));
        form.Contains("Används till vissa integrationer. Kontakta", StringComparison.Ordinal).ShouldBe(says is null);
        if (says is not null) form.ShouldContain(says);
        using var sent = await browser.SendFormAsync("/me/details", $"/services/{service}/references", ("CostCentre", "4711"));
        sent.StatusCode.ShouldBe(says is null ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Who_may_not_change_them_sees_them_and_no_way_to_change_them()
    {
        var (browser, service) = await OpenAsync(rights: [Right.ViewSubscriptions], more: [("CostCentre", "4711"), ("EmployeeNumber", "85202"), ("ExternalUserName", "ake.ek")]);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}"));
        foreach (var shown in new[] { "Kostnadsställe", "4711", "Anställningsnummer", "85202", "Externt användarnamn", "ake.ek" }) page.ShouldContain(shown);
        page.ShouldNotContain($"/services/{service}/references");
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_that_was_typed_is_lost()
    {
        var (browser, service) = await OpenAsync();
        using var sent = await SendAsync(browser, service, ("ExternalUserName", "ake.ek"), ("CostCentre", new string('9', 51)), ("EmployeeNumber", "85\u0001202"));
        sent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync());
        page.ShouldContain("value=\"ake.ek\"");
        page.ShouldContain($"value=\"{new string('9', 51)}\"");
        page.ShouldContain("Skriv högst 50 tecken.");
        page.ShouldContain("Texten innehåller tecken som inte kan användas.");
    }

    [Fact]
    public async Task Who_was_second_is_told_and_may_save_once_more()
    {
        var (browser, service) = await OpenAsync();
        (await SendAsync(browser, service, ("CostCentre", "4711"), ("Version", "1"))).StatusCode.ShouldBe(HttpStatusCode.Found);
        using var second = await SendAsync(browser, service, ("CostCentre", "4712"), ("Version", "1"));
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());
        page.ShouldContain("Någon annan hann ändra detta före dig.");
        page.ShouldContain("value=\"4712\"");
        page.ShouldContain("name=\"Version\" value=\"2\"");
        (await SendAsync(browser, service, ("CostCentre", "4712"), ("Version", "2"))).StatusCode.ShouldBe(HttpStatusCode.Found);
        WebUtility.HtmlDecode(await browser.GetStringAsync($"/services/{service}")).ShouldContain("Kostnadsställe ändrades från 4711 till 4712.");
    }

    [Fact]
    [Covers("API-1", "external user name, cost centre and employee number")]
    public async Task The_API_sets_all_three_and_wants_all_three()
    {
        var (browser, service) = await OpenAsync();
        var token = await browser.TokenOfAsync("/me/details");
        (await PostAsync(new { externalUserName = (string?)null, costCentre = " 4711 ", employeeNumber = "85202", version = 1 })).ShouldBe(HttpStatusCode.NoContent);
        (await browser.GetStringAsync($"/api/v1/services/{service}")).ShouldContain("\"costCentre\":\"4711\",\"employeeNumber\":\"85202\"");
        (await PostAsync(new { externalUserName = (string?)null, costCentre = "4712", employeeNumber = "85202", version = 1 })).ShouldBe(HttpStatusCode.Conflict);
        (await PostAsync(new { costCentre = "4712" })).ShouldBe(HttpStatusCode.BadRequest, "what is left out is not meant to be removed");
        (await PostAsync(new { externalUserName = "", costCentre = new string('9', 51), employeeNumber = "" })).ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetStringAsync($"/api/v1/services/{service}")).ShouldContain("\"costCentre\":\"4711\"");

        async Task<HttpStatusCode> PostAsync(object body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/services/{service}/references") { Content = JsonContent.Create(body) };
            request.Headers.Add("RequestVerificationToken", token);
            using var answer = await browser.SendAsync(request);
            return answer.StatusCode;
        }
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, Guid service, params (string, string)[] fields) =>
        browser.SendFormAsync($"/services/{service}/references", $"/services/{service}/references", fields);

    private async Task<(HttpClient Browser, Guid Service)> OpenAsync(
        SubscriptionKind kind = SubscriptionKind.Mobile, SubscriptionStatus status = SubscriptionStatus.Active, Right[]? rights = null, (string, object?)[]? more = null)
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        return (await portal.BrowserAsync(await portal.World.UserAsync(root, rights: rights)), await portal.World.SubscriptionAsync(root, kind: kind, status: status, more: more ?? []));
    }
}
