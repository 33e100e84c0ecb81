using System.Net;
using System.Text.Json;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Operator;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Orders;
using Connect.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Connect.Infrastructure.Tests.Operator;

/// <summary>What leaves for the operator's endpoint, and what its refusal becomes.</summary>
[Covers("OPS-3", "every change goes to the operator")]
public sealed class RestrictionPayloadTests : IAsyncLifetime
{
    private readonly FakeEndpoint _endpoint = new();
    private ReplacementWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await ReplacementWorld.MakeAsync(DatabaseEngine.Sqlite, new HttpOperatorGateway(_endpoint,
        new GatewayOptions { BaseUrl = "https://op.example/api", Secret = "secret" }, new FakeTimeProvider(World.Now), NullLogger<HttpOperatorGateway>.Instance));

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        _endpoint.Dispose();
    }

    [Fact]
    [Covers("SVC-7", "3GPP names")]
    public async Task Barrings_are_called_by_their_names_in_the_standard()
    {
        await _world.World.BarringAsync(_world.Service, BarringKind.IncomingWhenRoaming);
        await _world.Anna.SendAsync(new SetBarrings(_world.Service, [BarringKind.AllOutgoing, BarringKind.AllIncoming, BarringKind.RoamingData], [BarringKind.IncomingWhenRoaming], Guid.NewGuid()));
        await _world.Anna.RunDueWorkAsync();
        Body("kind").GetString().ShouldBe("subscription.barrings");
        Body("after").GetRawText().ShouldBe("""{"BAOC":"on","BAIC":"on","ODB-RoamingData":"on","BIC-Roam":"off"}""");
        Body("before").GetRawText().ShouldBe("""{"BAOC":"off","BAIC":"off","ODB-RoamingData":"off","BIC-Roam":"on"}""");
    }

    [Fact]
    [Covers("SVC-8", "3GPP names and ring times")]
    public async Task Forwardings_are_called_by_their_names_in_the_standard()
    {
        await _world.World.ForwardingAsync(_world.Service, CallForwardingKind.Busy, "+46846500419");
        await _world.Anna.SendAsync(new SetCallForwardings(_world.Service, Guid.NewGuid())
        {
            Unconditional = new("070-174 06 99"), NotReachable = new("+47 22 12 34 56"), Busy = new(""), NoReply = new("08-465 004 11", 15),
        });
        await _world.Anna.RunDueWorkAsync();
        Body("kind").GetString().ShouldBe("subscription.forwardings");
        Fields("after").ShouldBe(["CFB=", "CFNRc=+4722123456", "CFNRy=+46846500411", "CFNRySeconds=15", "CFU=+46701740699"]);
        Fields("before").ShouldBe(["CFB=+46846500419", "CFNRc=", "CFNRy=", "CFNRySeconds=", "CFU="]);
    }

    [Fact]
    [Covers("SVC-7", "a refusal leaves the service as it was and says why")]
    public async Task A_refusal_of_the_endpoint_is_shown_with_its_reason()
    {
        _endpoint.Answers(HttpStatusCode.UnprocessableEntity, """{"title":"Nej","detail":"Spärren finns inte i ert avtal."}""");
        await _world.Anna.SendAsync(new SetBarrings(_world.Service, [BarringKind.AllOutgoing], [], Guid.NewGuid()));
        await _world.Anna.RunDueWorkAsync();
        var detail = await _world.Anna.SendAsync(new GetSubscription(_world.Service));
        detail.Barrings.ShouldBeEmpty();
        detail.BarringsRefused!.Values.ShouldBe(["Alla utgående samtal", "Spärren finns inte i ert avtal."]);
    }

    private IEnumerable<string> Fields(string side) => Body(side).EnumerateObject().Select(field => $"{field.Name}={field.Value.GetString()}").Order(StringComparer.Ordinal);

    private JsonElement Body(string property) => JsonDocument.Parse(_endpoint.Calls.ShouldHaveSingleItem().Body).RootElement.GetProperty(property);
}
