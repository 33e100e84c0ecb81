using System.Net;
using System.Text;
using System.Text.Json;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Infrastructure.Operator;
using Connect.TestKit;
using Microsoft.AspNetCore.Hosting;

namespace Connect.Web.Tests.Api;

[Covers("OPS-3", "signed call-backs")]
public sealed class OperatorCallbackTests(OperatorCallbackTests.SignedPortal portal) : IClassFixture<OperatorCallbackTests.SignedPortal>, IAsyncLifetime
{
    private const string Secret = "a-secret-that-both-sides-have";

    private string _order = "";
    private TestScope _anna = null!;

    public async ValueTask InitializeAsync()
    {
        var organisation = await portal.World.OrganisationAsync();
        var service = await portal.World.SubscriptionAsync(organisation.RootId);
        await portal.World.SimCardAsync(organisation.Id, service);
        _anna = new TestScope(portal.Database, await portal.World.UserAsync(organisation.RootId));
        var own = await portal.World.SimCardAsync(organisation.Id);
        _order = (await _anna.SendAsync(new ReplaceSimCard(service, SimDeliveryWay.OwnCard, Guid.NewGuid()) { Icc = own })).Number;
    }

    public ValueTask DisposeAsync() => _anna.DisposeAsync();

    [Fact]
    public async Task A_signed_report_moves_the_order_without_session_or_token()
    {
        (await PostAsync(Report("processing"))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await StateAsync()).ShouldBe(OrderState.Processing);
        (await PostAsync(Report("delivered"))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await StateAsync()).ShouldBe(OrderState.Delivered);
    }

    [Fact]
    public async Task A_rejection_needs_its_reason_and_shows_it()
    {
        (await PostAsync(Report("rejected"))).ShouldBe((HttpStatusCode.BadRequest, "InvalidInput"));
        (await StateAsync()).ShouldBe(OrderState.Received);
        (await PostAsync(Report("rejected", reason: "Kortet är spärrat."))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await _anna.SendAsync(new GetOrder(_order))).Reason.ShouldBe("Kortet är spärrat.");
    }

    [Theory]
    [InlineData("another secret")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_wrong_or_missing_signature_changes_nothing(string? secret)
    {
        (await PostAsync(Report("delivered"), secret)).ShouldBe((HttpStatusCode.Unauthorized, "NotLoggedIn"));
        (await StateAsync()).ShouldBe(OrderState.Received);
    }

    [Fact]
    public async Task A_body_that_is_not_the_signed_one_changes_nothing()
    {
        var report = Report("processing");
        (await PostAsync(report.Replace("processing", "delivered", StringComparison.Ordinal), signed: report)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await StateAsync()).ShouldBe(OrderState.Received);
    }

    [Theory]
    [InlineData(-6, HttpStatusCode.Unauthorized)]
    [InlineData(-4, HttpStatusCode.NoContent)]
    [InlineData(4, HttpStatusCode.NoContent)]
    [InlineData(6, HttpStatusCode.Unauthorized)]
    public async Task A_report_is_taken_within_five_minutes_of_its_signing(int minutes, HttpStatusCode expected) =>
        (await PostAsync(Report("processing"), minutes: minutes)).Status.ShouldBe(expected);

    [Fact]
    public async Task An_event_sent_again_counts_once_and_its_id_serves_nothing_else()
    {
        var (id, processing) = (Guid.NewGuid(), "");
        processing = Report("processing", id);
        (await PostAsync(processing)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync(processing)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await _anna.SendAsync(new GetOrder(_order))).Steps.Count.ShouldBe(2);
        (await PostAsync(Report("delivered", id))).ShouldBe((HttpStatusCode.Conflict, "RequestReused"));
        (await StateAsync()).ShouldBe(OrderState.Processing);
    }

    [Fact]
    public async Task An_order_that_nobody_placed_is_not_found() =>
        (await PostAsync(Report("processing", number: "999999"))).ShouldBe((HttpStatusCode.NotFound, "NotFound"));

    [Fact]
    public async Task An_order_that_has_ended_does_not_end_another_way()
    {
        await PostAsync(Report("delivered"));
        (await PostAsync(Report("rejected", reason: "Nej."))).ShouldBe((HttpStatusCode.BadRequest, "OrderHasEnded"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"eventId":"x","orderNumber":"1","progress":"processing"}""")]
    [InlineData("""{"eventId":"01960000-0000-7000-8000-000000000001","orderNumber":7,"progress":"processing"}""")]
    [InlineData("""{"eventId":"01960000-0000-7000-8000-000000000001","orderNumber":"1","progress":"lost"}""")]
    [InlineData("""{"eventId":"01960000-0000-7000-8000-000000000001","orderNumber":"1","progress":2}""")]
    [InlineData("""{"eventId":"01960000-0000-7000-8000-000000000001","orderNumber":null,"progress":"processing"}""")]
    public async Task Signed_nonsense_is_told_to_be_nonsense(string body)
    {
        var answer = await PostAsync(body);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_report_without_an_event_id_is_refused() =>
        (await PostAsync(Report("processing", Guid.Empty))).ShouldBe((HttpStatusCode.BadRequest, "InvalidInput"));

    [Fact]
    public async Task An_endless_report_is_not_read() =>
        (await PostAsync($$"""{"x":"{{new string('x', 70_000)}}"}""")).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "TooLarge"));

    private string Report(string progress, Guid? id = null, string? number = null, string? reason = null) =>
        JsonSerializer.Serialize(new { eventId = id ?? Guid.NewGuid(), orderNumber = number ?? _order, progress, reason });

    private async Task<(HttpStatusCode Status, string? Code)> PostAsync(string body, string? secret = Secret, int minutes = 0, string? signed = null)
    {
        using var client = portal.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/operator/callbacks") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var timestamp = $"{portal.Clock.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds()}";
        request.Headers.Add(Signature.TimestampHeader, timestamp);
        if (secret is not null) request.Headers.Add(Signature.Header, Signature.Of(secret, timestamp, Encoding.UTF8.GetBytes(signed ?? body)));
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? null : JsonDocument.Parse(text).RootElement.GetProperty("code").GetString());
    }

    private async Task<OrderState> StateAsync() => (await _anna.SendAsync(new GetOrder(_order))).State;

    /// <summary>A portal that shares a secret with the operator's systems.</summary>
    public sealed class SignedPortal : Portal
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("role", "web");
            builder.UseSetting("Operator:Gateway:Secret", Secret);
        }
    }
}
