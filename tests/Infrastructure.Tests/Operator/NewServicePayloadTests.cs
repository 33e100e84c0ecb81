using System.Net;
using System.Text.Json;
using Connect.Application.Orders;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Operator;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Orders;
using Connect.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Connect.Infrastructure.Tests.Operator;

/// <summary>An order of a new service as it leaves for the operator's endpoint.</summary>
[Covers("OPS-3", "new services go to the operator")]
public sealed class NewServicePayloadTests : IAsyncLifetime
{
    private readonly FakeEndpoint _endpoint = new();
    private NewServiceWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await NewServiceWorld.MakeAsync(DatabaseEngine.Sqlite, new HttpOperatorGateway(_endpoint,
        new GatewayOptions { BaseUrl = "https://op.example/api", Secret = "secret" }, new FakeTimeProvider(World.Now), NullLogger<HttpOperatorGateway>.Instance));

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        _endpoint.Dispose();
    }

    [Fact]
    public async Task It_tells_all_that_the_operator_needs_in_words_and_leaves_out_what_is_none()
    {
        await _world.PlaceAsync(_world.ESim with { FixedNumberWay = NumberWay.Ported, PortedFixedNumber = "08-465 004 11", FixedLosingOperator = "Annan", Handsets = [HandsetKind.DeskPhone], StartsOn = World.Today.AddDays(7) }, _world.Pbx);
        await _world.Orders.Anna.RunDueWorkAsync();
        using var body = JsonDocument.Parse(_endpoint.Calls.ShouldHaveSingleItem().Body);
        var (order, line) = (body.RootElement, body.RootElement.GetProperty("lines")[0]);
        var detail = line.GetProperty("detail");
        (order.GetProperty("type").GetString(), order.GetProperty("startsOn").GetString(), line.TryGetProperty("subscription", out _)).ShouldBe(("newSubscription", "2026-03-17", false));
        (detail.GetProperty("type").GetString(), detail.GetProperty("kind").GetString(), detail.GetProperty("account").GetString()).ShouldBe(("new-subscription", "pbxUser", _world.Account));
        detail.GetProperty("number").GetRawText().ShouldBe("{}");
        var moved = detail.GetProperty("fixedNumber");
        (moved.GetProperty("ported").GetString(), moved.GetProperty("losingOperator").GetString()).ShouldBe(("+46846500411", "Annan"));
        detail.GetProperty("sim").GetRawText().ShouldBe("""{"way":"eSim","email":"ake@example.com","language":"sv"}""");
        (detail.GetProperty("handsets").GetRawText(), detail.GetProperty("barrings").GetRawText()).ShouldBe(("""["deskPhone"]""", """["ODB-PremiumCalls","ODB-RoamingData"]"""));
        (detail.GetProperty("monthlyPrice").GetDecimal(), detail.GetProperty("oneTimePrice").GetDecimal()).ShouldBe((299 + 99 + 29 + 49, 195));
        detail.EnumerateObject().Select(field => field.Name).ShouldNotContain("installation");
    }

    [Fact]
    public async Task Refused_by_the_endpoint_the_order_says_why_and_nothing_is_left()
    {
        _endpoint.Answers(HttpStatusCode.UnprocessableEntity, """{"reason":"Ingen täckning"}""");
        var placed = await _world.PlaceAsync(_world.ESim);
        await _world.Orders.Anna.RunDueWorkAsync();
        (await _world.Orders.Anna.SendAsync(new GetOrder(placed.Number))).ShouldSatisfyAllConditions(o => o.State.ShouldBe(OrderState.Rejected), o => o.Reason.ShouldBe("Ingen täckning"));
    }
}
