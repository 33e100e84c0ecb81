using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Connect.Application.Identity;
using Connect.TestKit;

namespace Connect.Web.Tests.Api;

/// <summary>The operator's systems write single records, and report progress with a key.</summary>
public sealed class OperatorRecordsTests : IAsyncLifetime
{
    private readonly Portal _portal = new();
    private readonly Dictionary<string, string> _keys = [];

    public async ValueTask InitializeAsync()
    {
        await using var scope = new TestScope(_portal.Database, caller: TestScope.Operator(OperatorScopes.Keys));
        foreach (var name in OperatorScopes.ForKeys) _keys[name] = await scope.SendAsync(new CreateOperatorKey(name, [name]));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    [Covers("OPS-2", "a record over HTTP with an operator key")]
    public async Task A_record_is_new_then_there_and_then_changed()
    {
        const string path = "/api/v1/operator/records/organisations";
        const string record = """{"id":"O1","organisationNumber":"559970-0019","name":"Björklunda","requireTwoFactor":false}""";
        (await AnswerAsync(await SendAsync(HttpMethod.Put, path, record))).ShouldBe((true, true));
        (await AnswerAsync(await SendAsync(HttpMethod.Put, path, record))).ShouldBe((false, false));
        (await AnswerAsync(await SendAsync(HttpMethod.Put, path, record.Replace("Björklunda", "Åstad", StringComparison.Ordinal)))).ShouldBe((false, true));
    }

    [Fact]
    [Covers("OPS-2", "what is wrong with a record is told by property")]
    public async Task What_is_wrong_is_told_by_property_code_and_reason()
    {
        using var answer = await SendAsync(HttpMethod.Put, "/api/v1/operator/records/organisations", """{"id":"O1","organisationNumber":"559970-0018","name":"Björklunda"}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("code").GetString().ShouldBe("RecordRefused");
        var found = problem.GetProperty("problems").EnumerateArray().ShouldHaveSingleItem();
        (found.GetProperty("property").GetString(), found.GetProperty("code").GetString()).ShouldBe(("organisationNumber", "NotOrganisationNumber"));
        found.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("import")]
    [InlineData("jobs")]
    public async Task A_key_for_something_else_may_not(string scope) =>
        (await SendAsync(HttpMethod.Put, "/api/v1/operator/records/organisations", "{}", scope)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    [Theory]
    [InlineData("tariffs", HttpStatusCode.NotFound, "{}")]
    [InlineData("organisations", HttpStatusCode.BadRequest, "{")]
    [InlineData("organisations", HttpStatusCode.BadRequest, "[]")]
    public async Task What_is_no_record_of_a_kind_is_refused(string kind, HttpStatusCode status, string body) =>
        (await SendAsync(HttpMethod.Put, $"/api/v1/operator/records/{kind}", body)).StatusCode.ShouldBe(status);

    [Fact]
    [Covers("OPS-2", "progress of orders with an operator key")]
    public async Task Progress_is_reported_with_a_key_once_for_each_event()
    {
        var root = (await _portal.World.OrganisationAsync()).RootId;
        var order = await _portal.World.OrderAsync(root, await _portal.World.SubscriptionAsync(root));
        var report = $$"""{"eventId":"{{Guid.NewGuid()}}","orderNumber":"{{order}}","progress":"processing","expectedOn":"2026-03-20"}""";
        (await SendAsync(HttpMethod.Post, "/api/v1/operator/order-progress", report)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(HttpMethod.Post, "/api/v1/operator/order-progress", report)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(HttpMethod.Post, "/api/v1/operator/order-progress", report.Replace("03-20", "03-21", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _portal.World.Db.FirstOrDefaultAsync<int>("SELECT State FROM CustomerOrder WHERE Number = @order", new { order })).ShouldBe(2);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string body, string scope = "integration")
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _keys[scope]);
        return await _portal.NewClient().SendAsync(request);
    }

    private static async Task<(bool IsNew, bool HasChanges)> AnswerAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return (body.GetProperty("isNew").GetBoolean(), body.GetProperty("hasChanges").GetBoolean());
    }
}
