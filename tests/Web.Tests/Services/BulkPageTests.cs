using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.TestKit;
using Connect.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Services;

[Covers("SVC-15", "on pages without scripts, and by the API")]
public sealed class BulkPageTests(Portal portal) : IClassFixture<Portal>
{
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Fact]
    public async Task Services_are_chosen_in_the_list_by_those_only_who_may_change_them()
    {
        var (root, browser) = await OpenAsync();
        var service = await portal.World.SubscriptionAsync(root, "Åke Ström");
        var list = WebUtility.HtmlDecode(await browser.GetStringAsync("/services?f.name=~Åke&page=1&size=50"));
        list.ShouldContain("Välj Åke Ström");
        list.ShouldContain($"name=\"service\" value=\"{service}\"");
        list.ShouldContain("href=\"/services/bulk/new?f.name=~%C3%85ke\"");
        list.ShouldContain("Ändra alla 1");
        var only = await portal.BrowserAsync(await portal.World.UserAsync(root, rights: [Right.ViewSubscriptions]));
        WebUtility.HtmlDecode(await only.GetStringAsync("/services")).ShouldSatisfyAllConditions(page => page.ShouldNotContain("Välj Åke Ström"), page => page.ShouldNotContain("Ändra alla"), page => page.ShouldNotContain("/services/bulk"));
        (await only.GetAsync("/services/bulk/new")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_chose_none_is_told_and_led_back_and_the_choice_of_services_goes_along()
    {
        var (root, browser) = await OpenAsync();
        var service = await portal.World.SubscriptionAsync(root);
        (await PageAsync(browser, "/services/bulk/new?chosen=1")).ShouldSatisfyAllConditions(page => page.ShouldContain("Välj minst en tjänst."), page => page.ShouldContain("href=\"/services\""), page => page.ShouldNotContain("Vad ska göras?"));
        (await PageAsync(browser, $"/services/bulk/new?chosen=1&service={service}")).ShouldSatisfyAllConditions(page => page.ShouldContain("1 vald tjänst."), page => page.ShouldContain($"kind=Terminate&chosen=1&service={service}"));
        (await PageAsync(browser, "/services/bulk/new?f.name=~Ingen")).ShouldSatisfyAllConditions(page => page.ShouldContain("0 tjänster som matchar filtret."), page => page.ShouldContain("kind=Move&f.name=~Ingen"), page => page.ShouldContain("Användare: Ingen"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        var (root, browser) = await OpenAsync();
        var service = await portal.World.SubscriptionAsync(root);
        var form = $"/services/bulk/new?kind=Forwardings&chosen=1&service={service}";
        using var wrong = await browser.SendFormAsync(form, form, ("Wish.Busy", "112"), ("Wish.NoReply", "08-465 004 11"), ("Wish.RingSeconds", "20"), ("RequestId", $"{Guid.NewGuid()}"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(page => page.ShouldContain("nödnumret", Case.Insensitive), page => page.ShouldContain("value=\"08-465 004 11\""));
        var many = "/services/bulk/new?kind=Terminate&f.name=~Ingen";
        using var none = await browser.SendFormAsync(many, many, ("Wish.Day", "2030-01-31"), ("RequestId", $"{Guid.NewGuid()}"));
        WebUtility.HtmlDecode(await none.Content.ReadAsStringAsync()).ShouldContain("Välj minst en tjänst.");
    }

    [Fact]
    public async Task A_day_that_has_been_is_said_beside_its_field()
    {
        var (root, browser) = await OpenAsync();
        var form = $"/services/bulk/new?kind=Terminate&chosen=1&service={await portal.World.SubscriptionAsync(root)}";
        using var past = await browser.SendFormAsync(form, form, ("Wish.Day", "2020-01-31"), ("RequestId", $"{Guid.NewGuid()}"));
        past.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = WebUtility.HtmlDecode(await past.Content.ReadAsStringAsync());
        page.ShouldContain("Välj i dag eller en dag som kommer.");
        System.Text.RegularExpressions.Regex.IsMatch(page, "<input[^>]*name=\"Wish.Day\"[^>]*aria-invalid=\"true\"|<input[^>]*aria-invalid=\"true\"[^>]*name=\"Wish.Day\"").ShouldBeTrue();
    }

    [Fact]
    public async Task From_the_preview_the_form_is_changed_with_everything_filled_in()
    {
        var (root, browser) = await OpenAsync();
        var (one, other) = (await portal.World.SubscriptionAsync(root, "Åke"), await portal.World.SubscriptionAsync(root, "Bo"));
        var form = $"/services/bulk/new?kind=Forwardings&chosen=1&service={one}&service={other}";
        using var sent = await browser.SendFormAsync(form, form, ("Wish.NoReply", "08-465 004 11"), ("Wish.RingSeconds", "25"), ("RequestId", $"{Guid.NewGuid()}"));
        var job = sent.Headers.Location!.ToString();
        await WorkAsync(browser, job);
        var link = $"/services/bulk/new?insteadOf={job.Split('/')[^1]}";
        (await PageAsync(browser, job)).ShouldSatisfyAllConditions(page => page.ShouldContain($"href=\"{link}\""), page => page.ShouldContain("Görs efter bekräftelse"));
        (await PageAsync(browser, link)).ShouldSatisfyAllConditions(page => page.ShouldContain("2 valda tjänster."), page => page.ShouldContain("value=\"08-465 004 11\""), page => page.ShouldContain("selected=\"selected\" value=\"25\""));
        using var again = await browser.SendFormAsync(link, $"{link}&kind=Forwardings", ("Wish.NoReply", "08-465 004 12"), ("Wish.RingSeconds", "25"), ("RequestId", $"{Guid.NewGuid()}"));
        var next = again.Headers.Location!.ToString();
        next.ShouldNotBe(job);
        await WorkAsync(browser, next);
        (await PageAsync(browser, next)).ShouldSatisfyAllConditions(page => page.ShouldContain($"/services/{one}"), page => page.ShouldContain($"/services/{other}"), page => page.ShouldContain("08-465\u00a0004\u00a012"));
        (await PageAsync(browser, job)).ShouldContain("Inte bekräftat");
    }

    [Fact]
    public async Task One_service_is_counted_in_the_singular()
    {
        var (root, browser) = await OpenAsync();
        var form = $"/services/bulk/new?kind=Terminate&chosen=1&service={await portal.World.SubscriptionAsync(root)}";
        using var sent = await browser.SendFormAsync(form, form, ("Wish.Day", "2026-04-01"), ("RequestId", $"{Guid.NewGuid()}"));
        var job = sent.Headers.Location!.ToString();
        await WorkAsync(browser, job);
        (await PageAsync(browser, job)).ShouldSatisfyAllConditions(page => page.ShouldContain(">1 tjänst</h2>"), page => page.ShouldContain("1 av 1 tjänst ändras när du bekräftar."), page => page.ShouldContain("Bekräfta: avsluta 1 tjänst<"));
        (await PageAsync(browser, "/services/bulk")).ShouldContain("· 1 tjänst<");
    }

    [Fact]
    public async Task A_job_is_previewed_confirmed_once_and_told_row_by_row()
    {
        var (root, browser) = await OpenAsync();
        var (one, ended) = (await portal.World.SubscriptionAsync(root, "<b>Åke</b>"), await portal.World.SubscriptionAsync(root, "Bo", status: SubscriptionStatus.Terminated));
        var form = $"/services/bulk/new?kind=AddBarrings&chosen=1&service={one}&service={ended}&service={Guid.NewGuid()}";
        var key = Guid.NewGuid();
        using var sent = await browser.SendFormAsync(form, form, ("Wish.Barrings", "PremiumCalls"), ("RequestId", $"{key}"));
        using var again = await browser.SendFormAsync(form, form, ("Wish.Barrings", "PremiumCalls"), ("RequestId", $"{key}"));
        var job = sent.Headers.Location!.ToString();
        (sent.StatusCode, again.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.Found, job));
        await WorkAsync(browser, job);
        (await PageAsync(browser, job)).ShouldSatisfyAllConditions(page => page.ShouldContain("1 av 3 tjänster ändras när du bekräftar."), page => page.ShouldContain("Spärras: Betalsamtal"), page => page.ShouldContain("Tjänsten finns inte."),
            page => page.ShouldContain("Bekräfta: ändra 1 tjänst"));
        (await browser.GetStringOf(job)).ShouldNotContain("<b>Åke</b>");
        using var confirmed = await browser.SendFormAsync(job, job + "?handler=Confirm", ("requestId", $"{Guid.NewGuid()}"));
        confirmed.StatusCode.ShouldBe(HttpStatusCode.Found);
        using var late = await browser.SendFormAsync("/me/details", job + "?handler=Confirm", ("requestId", $"{Guid.NewGuid()}"));
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await WorkAsync(browser, job);
        (await PageAsync(browser, job + "?state=Done&page=1")).ShouldSatisfyAllConditions(page => page.ShouldContain("1 gjorda, 0 misslyckade, 2 utelämnade från början."), page => page.ShouldContain($"href=\"/services/{one}\""), page => page.ShouldNotContain($"href=\"/services/{ended}\""));
        (await PageAsync(browser, "/services/bulk")).ShouldContain("Lägg till spärrar");
        using var file = await browser.GetAsync(job + "/result");
        (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType).ShouldBe((Sheet, "attachment"));
        using var fragment = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, job) { Headers = { { "HX-Request", "true" } } });
        fragment.Headers.GetValues("HX-Refresh").ShouldBe(["true"]);
    }

    [Fact]
    public async Task A_file_is_uploaded_and_one_that_is_wrong_is_refused_beside_its_field()
    {
        var (root, browser) = await OpenAsync();
        await portal.World.SubscriptionAsync(root, "Åke", phone: "+46701740605");
        var form = "/services/bulk/new?kind=Terminate&file=true";
        (await SendFileAsync(browser, form, "text", "0701740605")).ShouldContain("Filen går inte att läsa.");
        (await SendFileAsync(browser, form, null, null)).ShouldContain("Välj en Excelfil med tjänster.");
        (await SendFileAsync(browser, form, "stor.xlsx", new string('x', BulkOptions.MostFileBytes + 10))).ShouldContain("Filen är för stor.");
        using var huge = await SendAsync(browser, form, "stor.xlsx", new byte[BulkOptions.MostFileBytes + 2_000_000]);
        huge.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var template = await browser.GetAsync("/services/bulk/template?kind=Terminate");
        template.Content.Headers.ContentType!.MediaType.ShouldBe(Sheet);
        (await PageAsync(browser, "/services/bulk/new?kind=Terminate&f.name=~Åke")).ShouldContain("/services/bulk/template?kind=Terminate&matching=%3Ff.name%3D~%25C3%2585ke");
        using var filled = await browser.GetAsync("/services/bulk/template?kind=Terminate&matching=%3Ff.name%3D~%25C3%2585ke");
        using var book = new ClosedXML.Excel.XLWorkbook(await filled.Content.ReadAsStreamAsync());
        book.Worksheets.Single().Cell("B2").GetString().ShouldBe("Åke");
        using var all = await browser.GetAsync("/services/bulk/template?kind=Terminate&matching=");
        using var whole = new ClosedXML.Excel.XLWorkbook(await all.Content.ReadAsStreamAsync());
        whole.Worksheets.Single().Cell("B2").IsEmpty().ShouldBeFalse("A list without a filter has all services.");
        (await browser.GetAsync("/services/bulk/template?kind=nonsense")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_that_is_wrong_hides_nothing_that_is_wrong_in_the_form()
    {
        var (_, browser) = await OpenAsync();
        (await SendFileAsync(browser, "/services/bulk/new?kind=Terminate&file=true", "text", "0701740605", "2020-01-31")).ShouldSatisfyAllConditions(
            page => page.ShouldContain("Filen går inte att läsa."), page => page.ShouldContain("Välj i dag eller en dag som kommer."));
        (await SendFileAsync(browser, "/services/bulk/new?kind=AddBarrings&file=true", null, null)).ShouldSatisfyAllConditions(
            page => page.ShouldContain("Välj en Excelfil med tjänster."), page => page.ShouldContain("Välj minst en spärr"));
        (await SendFileAsync(browser, "/services/bulk/new?kind=Terminate&file=true", "text", "0701740605", "")).ShouldNotContain("href=\"#Wish_Day\"", customMessage: "its rows may have a day each");
    }

    [Fact]
    public async Task A_preview_of_which_nothing_can_be_done_waits_for_nobody()
    {
        var (root, browser) = await OpenAsync();
        var form = $"/services/bulk/new?kind=AddBarrings&chosen=1&service={await portal.World.SubscriptionAsync(root, status: SubscriptionStatus.Terminated)}";
        using var parts = await browser.SendFormAsync(form, form, ("Wish.Barrings", "AllOutgoing"), ("Wish.Barrings", "PremiumCalls"), ("RequestId", $"{Guid.NewGuid()}"));
        WebUtility.HtmlDecode(await parts.Content.ReadAsStringAsync()).ShouldContain("”Betalsamtal” ingår i ”Alla utgående samtal”. Välj bara den ena.");
        using var sent = await browser.SendFormAsync(form, form, ("Wish.Barrings", "PremiumCalls"), ("RequestId", $"{Guid.NewGuid()}"));
        var job = sent.Headers.Location!.ToString();
        await WorkAsync(browser, job);
        (await PageAsync(browser, job)).ShouldSatisfyAllConditions(page => page.ShouldContain("Inget att göra"), page => page.ShouldNotContain("Väntar på bekräftelse"), page => page.ShouldContain(">Kasta<"), page => page.ShouldContain("insteadOf="),
            page => page.ShouldNotContain("handler=Confirm"));
        (await PageAsync(browser, "/services/bulk")).ShouldNotContain("Väntar på bekräftelse");
    }

    [Fact]
    public async Task The_API_makes_jobs_and_gives_their_rows()
    {
        var (root, browser) = await OpenAsync();
        var service = await portal.World.SubscriptionAsync(root, "Åke", phone: "+46701740655");
        using var made = await PostAsync(browser, "/api/v1/bulk/jobs", new { wish = new { kind = "references" }, services = new[] { new { service = "070-174 06 55", values = new Dictionary<string, string> { ["cost-centre"] = "4711" } } } });
        made.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var job = made.Headers.Location!.ToString();
        await WorkAsync(browser, job);
        var row = (await browser.GetFromJsonAsync<JsonElement>(job + "/rows")).GetProperty("rows")[0];
        (row.GetProperty("subscriptionId").GetGuid(), row.GetProperty("state").GetString(), row.GetProperty("text").GetString()).ShouldBe((service, "ready", "Kostnadsställe: tomt → 4711"));
        using var confirmed = await PostAsync(browser, job + "/confirmation", new { });
        (await confirmed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString().ShouldBe("running");
        await WorkAsync(browser, job);
        (await browser.GetFromJsonAsync<JsonElement>(job)).GetProperty("state").GetString().ShouldBe("done");
        foreach (var wrong in new object[] { new { }, new { wish = (string?)null }, new { wish = new { kind = 99 }, matching = "" }, new { wish = new { kind = "addBarrings", barrings = (string?)null }, matching = "" }, new { wish = new { kind = "move" }, services = new object?[] { null } } })
        {
            using var refused = await PostAsync(browser, "/api/v1/bulk/jobs", wrong);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    private async Task<(Guid Root, HttpClient Browser)> OpenAsync()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        return (root, await portal.BrowserAsync(await portal.World.UserAsync(root)));
    }

    // The program's own workers may have the work: what they do is waited for.
    private async Task WorkAsync(HttpClient browser, string job)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var address = $"/api/v1/bulk/jobs/{job.Split('/')[^1]}";
        do await portal.Services.RunDueWorkAsync();
        while ((await browser.GetFromJsonAsync<JsonElement>(address, patience.Token)).GetProperty("isMoving").GetBoolean());
    }

    private static async Task<string> PageAsync(HttpClient browser, string address) => WebUtility.HtmlDecode(await browser.GetStringOf(address));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", await browser.TokenOfAsync("/me/details"));
        request.Headers.Add("Idempotency-Key", $"{Guid.NewGuid()}");
        return await browser.SendAsync(request);
    }

    private static async Task<string> SendFileAsync(HttpClient browser, string form, string? name, string? content, string day = "2030-01-31")
    {
        using var answer = await SendAsync(browser, form, name, content is null ? null : System.Text.Encoding.UTF8.GetBytes(content), day);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string form, string? name, byte[]? content, string day = "2030-01-31")
    {
        using var body = new MultipartFormDataContent
        {
            { new StringContent(await browser.TokenOfAsync(form)), "__RequestVerificationToken" }, { new StringContent(day), "Wish.Day" }, { new StringContent($"{Guid.NewGuid()}"), "RequestId" },
        };
        if (content is not null) body.Add(new ByteArrayContent(content), "Upload", name!);
        return await browser.PostAsync(form, body);
    }
}
