using System.Net;
using System.Text;
using System.Text.Json;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Infrastructure.Operator;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Orders;
using Connect.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Connect.Infrastructure.Tests.Operator;

[Covers("OPS-3", "HTTP adapter")]
public sealed class HttpOperatorGatewayTests : IDisposable
{
    private readonly FakeEndpoint _endpoint = new();

    public void Dispose() => _endpoint.Dispose();

    [Theory]
    [InlineData(202, """{"status":"accepted","reference":"OP-1"}""", "Accepted { ExternalId = OP-1 }")]
    [InlineData(200, "", "Accepted { ExternalId =  }")]
    [InlineData(200, "not json", "Accepted { ExternalId =  }")]
    [InlineData(204, "", "Accepted { ExternalId =  }")]
    [InlineData(200, """{"status":"done","reference":"OP-2"}""", "Done { ExternalId = OP-2 }")]
    [InlineData(202, """{"status":"accepted","reference":"99999999999999999999999999999999999999999999999999999999999999999"}""", "Accepted { ExternalId =  }")]
    [InlineData(200, """{"status":"rejected","reason":"Kortet är spärrat."}""", "Rejected { Reason = Kortet är spärrat. }")]
    [InlineData(422, """{"title":"Nej","detail":"Numret finns inte."}""", "Rejected { Reason = Numret finns inte. }")]
    [InlineData(400, """{"title":"Nej"}""", "Rejected { Reason = Nej }")]
    [InlineData(404, "", "Rejected { Reason =  }")]
    [InlineData(409, "<html>", "Rejected { Reason =  }")]
    [InlineData(302, "", "Unknown { Detail = HTTP 302 }")]
    [InlineData(401, "", "Unknown { Detail = HTTP 401 }")]
    [InlineData(403, """{"reason":"wrong secret"}""", "Unknown { Detail = HTTP 403 }")]
    [InlineData(408, "", "Unknown { Detail = HTTP 408 }")]
    [InlineData(429, "", "Unknown { Detail = HTTP 429 }")]
    [InlineData(500, "", "Unknown { Detail = HTTP 500 }")]
    [InlineData(503, """{"status":"rejected","reason":"down"}""", "Unknown { Detail = HTTP 503 }")]
    public async Task The_answer_tells_what_became_of_it(int status, string body, string expected)
    {
        _endpoint.Answers((HttpStatusCode)status, body);
        (await SendAsync()).ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        _endpoint.Answers(HttpStatusCode.OK, $$"""{"status":"rejected","reason":"{{new string('x', 200_000)}}"}""");
        (await SendAsync()).ShouldBeOfType<GatewayAnswer.Accepted>();
    }

    [Fact]
    public async Task A_dropped_connection_leaves_it_unknown()
    {
        _endpoint.Fails(new HttpRequestException("reset"));
        (await SendAsync()).ShouldBe(new GatewayAnswer.Unknown(nameof(HttpRequestException)));
        _endpoint.Fails(new IOException("closed"));
        (await SendAsync()).ShouldBe(new GatewayAnswer.Unknown(nameof(IOException)));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_leaves_it_unknown()
    {
        _endpoint.NeverAnswers();
        (await SendAsync()).ShouldBe(new GatewayAnswer.Unknown(nameof(TaskCanceledException)));
    }

    [Fact]
    public async Task A_program_that_is_told_to_stop_breaks_the_call_off()
    {
        _endpoint.NeverAnswers();
        using var stop = new CancellationTokenSource();
        var call = Gateway().SendAsync(Request(), stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Every_call_is_signed_and_goes_to_its_own_address()
    {
        var gateway = Gateway();
        await gateway.SendAsync(Request(), default);
        await gateway.CancelAsync(new OrderCancellation("key/2", Guid.NewGuid(), "100/1", "OP-1"), default);
        var change = OperatorChange.Of("subscription.user-name", Guid.NewGuid(), Guid.NewGuid(), "T-1", "userName", null, "Åsa");
        await gateway.ChangeAsync(new ChangeRequest("key/3", World.Now, change), default);
        _endpoint.Calls.Select(call => call.Address).ShouldBe(["https://op.example/api/orders", "https://op.example/api/orders/100%2F1/cancellation", "https://op.example/api/changes"]);
        _endpoint.Calls.Select(call => call.Key).ShouldBe(["key/1", "key/2", "key/3"]);
        foreach (var call in _endpoint.Calls) Signature.IsValid("secret", call.Timestamp, call.Signature, call.Body, World.Now).ShouldBeTrue();
        var told = JsonDocument.Parse(_endpoint.Calls[2].Body).RootElement;
        told.GetProperty("kind").GetString().ShouldBe("subscription.user-name");
        told.GetProperty("externalId").GetString().ShouldBe("T-1");
        told.GetProperty("before").GetProperty("userName").ValueKind.ShouldBe(JsonValueKind.Null);
        told.GetProperty("after").GetProperty("userName").GetString().ShouldBe("Åsa");
    }

    [Fact]
    public async Task The_key_and_the_content_are_the_same_at_every_try_until_the_operator_has_it()
    {
        await using var world = await ReplacementWorld.MakeAsync(DatabaseEngine.Sqlite, Gateway());
        var order = await world.Anna.SendAsync(world.OwnCard());
        foreach (var status in new[] { HttpStatusCode.InternalServerError, HttpStatusCode.TooManyRequests, HttpStatusCode.Unauthorized, HttpStatusCode.Accepted })
        {
            _endpoint.Answers(status, "");
            await world.Anna.RunDueWorkAsync();
            world.Anna.Clock.Advance(TimeSpan.FromHours(1));
        }

        await world.Anna.RunDueWorkAsync();
        _endpoint.Calls.Count.ShouldBe(4);
        _endpoint.Calls.Select(call => call.Key).Distinct().ShouldBe([$"orders.send/{order.Id}"]);
        _endpoint.Calls.Select(call => Encoding.UTF8.GetString(call.Body)).Distinct().Count().ShouldBe(1);
        (await world.StateAsync(order.Number)).ShouldBe(OrderState.Received);
    }

    private Task<GatewayAnswer> SendAsync() => Gateway().SendAsync(Request(), CancellationToken.None);

    private static OrderRequest Request() => new("key/1", Guid.NewGuid(), "100001", OrderType.SimReplacement, World.Today, []);

    private HttpOperatorGateway Gateway() => new(_endpoint, new GatewayOptions { BaseUrl = "https://op.example/api/", Secret = "secret" },
        new FakeTimeProvider(World.Now), NullLogger<HttpOperatorGateway>.Instance);
}
