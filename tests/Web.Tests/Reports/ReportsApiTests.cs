using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Reports;

/// <summary>Reports by the API: one shape for all of them.</summary>
[Covers("API-1", "reports: what they can be asked, preview, export")]
public sealed partial class ReportsApiTests : IAsyncLifetime
{
    private ReportsPortal _portal = null!;
    private HttpClient _program = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await ReportsPortal.MakeAsync();
        await _portal.World.UsageAsync(_portal.Service, otherNumber: "+46812345678", charge: 1.25m);
        var browser = await _portal.ClientAsync();
        using var made = await browser.SendFormAsync("/me/tokens/new", "/me/tokens/new", ("Input.Scopes", "reports"), ("Input.Name", "rapporter"), ("Input.Days", "30"));
        _program = _portal.NewClient();
        _program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token().Match(await browser.GetStringAsync("/me/tokens/new")).Value);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_reports_and_what_each_can_be_asked_are_told()
    {
        var reports = (await _program.GetFromJsonAsync<JsonElement>("/api/v1/reports")).EnumerateArray().ToList();
        new[] { "calls", "traffic", "all-traffic", "invoice-calls" }.ShouldBeSubsetOf(reports.Select(report => report.GetProperty("kind").GetString()!));
        var form = await _program.GetFromJsonAsync<JsonElement>("/api/v1/reports/all-traffic");
        form.GetProperty("report").GetProperty("title").GetString().ShouldBe("Trafikspecifikation alla tjänster");
        form.GetProperty("report").GetProperty("boxes").EnumerateArray().Single().GetString().ShouldBe("Data");
        var last = form.GetProperty("presets").EnumerateArray().Single(days => days.GetProperty("preset").GetString() == "lastMonth");
        (last.GetProperty("from").GetString(), last.GetProperty("to").GetString()).ShouldBe(("2026-02-01", "2026-02-28"));
        (await _program.GetAsync("/api/v1/reports/no-such-report")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_preview_has_columns_rows_and_sums()
    {
        var sheet = (await PreviewAsync("traffic", new { subscriptionId = _portal.Service, preset = "thisMonth" })).GetProperty("sheets").EnumerateArray().Single();
        var keys = sheet.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("key").GetString()).ToList();
        JsonElement Cell(string row, string key) => (row == "totals" ? sheet.GetProperty("totals") : sheet.GetProperty("rows")[0])[keys.IndexOf(key)];
        (Cell("rows", "Time").GetString(), Cell("rows", "OtherNumber").GetString(), Cell("rows", "Duration").GetInt64(), Cell("rows", "Charge").GetDecimal()).ShouldBe(("2026-03-10T11:00:00", "+4681234****", 60, 1.25m));
        (Cell("totals", "Charge").GetDecimal(), sheet.GetProperty("records").GetInt64()).ShouldBe((1.25m, 1));
    }

    [Theory]
    [InlineData("traffic", """{"number":"070-000 00 00"}""", "number", "TrafficNumberUnknown")]
    [InlineData("all-traffic", """{"account":"999999"}""", "account", "AccountUnknown")]
    [InlineData("all-traffic", """{"from":"2026-03-02","to":"2026-03-01"}""", "to", "TrafficPeriod")]
    [InlineData("all-traffic", """{"boxes":["Nothing"]}""", "boxes", "ReportBoxUnknown")]
    [InlineData("invoice-calls", """{"invoice":"F0"}""", "invoice", "ReportInvoiceUnknown")]
    [InlineData("invoice-calls", "{}", "invoice", "NotEmptyValidator")]
    public async Task What_is_wrong_is_told_of_its_field(string kind, string body, string field, string code)
    {
        foreach (var what in new[] { "previews", "exports" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/reports/{kind}/{what}") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            var answer = await _program.SendAsync(request, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            text.ShouldContain($"\"{field}\"", Case.Insensitive);
            text.ShouldContain(code);
        }
    }

    [Fact]
    public async Task A_report_is_ordered_once()
    {
        var key = Guid.NewGuid().ToString();
        var (first, again) = (await OrderAsync(key), await OrderAsync(key));
        first.GetProperty("id").GetGuid().ShouldBe(again.GetProperty("id").GetGuid());
        first.GetProperty("fileName").GetString().ShouldBe("Trafikspecifikation alla tjänster 2026-02-01 – 2026-02-28.xlsx");
        first.GetProperty("parameters").EnumerateArray().Select(asked => asked.GetProperty("value").GetString()).ShouldContain("2026-02-01 – 2026-02-28 (Förra månaden)");
    }

    [Fact]
    public async Task An_export_is_cancelled_and_then_removed()
    {
        var id = (await OrderAsync(Guid.NewGuid().ToString())).GetProperty("id").GetGuid();
        (await _program.DeleteAsync($"/api/v1/reports/exports/{id}")).StatusCode.ShouldBe(HttpStatusCode.Conflict, "it has not ended");
        (await _program.PostAsync($"/api/v1/reports/exports/{id}/cancellation", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _program.PostAsync($"/api/v1/reports/exports/{id}/cancellation", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict, "it has ended");
        (await _program.GetFromJsonAsync<JsonElement>($"/api/v1/reports/exports/{id}")).GetProperty("state").GetString().ShouldBe("cancelled");
        (await _program.DeleteAsync($"/api/v1/reports/exports/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _program.GetAsync($"/api/v1/reports/exports/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_report_is_kept_told_and_changed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports/traffic/kept") { Content = JsonContent.Create(new { name = "Samtal", number = "0701740605", preset = "lastMonth" }) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var kept = await _program.SendAsync(request);
        var address = $"/api/v1/reports/kept/{(await kept.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid()}";
        using var wrong = await _program.PutAsJsonAsync(address.Replace("/kept/", "/all-traffic/kept/", StringComparison.Ordinal), new { name = "Samtal", preset = "lastMonth" });
        wrong.StatusCode.ShouldBe(HttpStatusCode.NotFound, "another report");
        using var changed = await _program.PutAsJsonAsync(address.Replace("/kept/", "/traffic/kept/", StringComparison.Ordinal), new { name = "Årets samtal", number = "0701740605", preset = "thisYear", every = "weekly", day = 1 });
        changed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var told = await _program.GetFromJsonAsync<JsonElement>(address);
        (told.GetProperty("name").GetString(), told.GetProperty("every").GetString(), told.GetProperty("day").GetInt32(), told.GetProperty("nextOn").GetString()).ShouldBe(("Årets samtal", "weekly", 1, "2026-03-16"));
        told.GetProperty("report").GetProperty("preset").GetString().ShouldBe("thisYear");
    }

    private async Task<JsonElement> OrderAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports/all-traffic/exports") { Content = JsonContent.Create(new { preset = "lastMonth" }) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await _program.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> PreviewAsync(string kind, object body)
    {
        using var answer = await _program.PostAsJsonAsync($"/api/v1/reports/{kind}/previews", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    [GeneratedRegex("cpt_[A-Za-z0-9_-]{43}")]
    private static partial Regex Token();
}
