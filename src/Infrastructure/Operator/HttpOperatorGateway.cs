using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connect.Application.Operator;
using Connect.Application.Tickets;
using Microsoft.Extensions.Logging;

namespace Connect.Infrastructure.Operator;

/// <summary>
/// Speaks JSON with the operator's systems. One try a call: trying again, with the same key, is the work engine's. 2xx is accepted
/// (or <c>status: done</c>), 4xx rejected with the reason, all else unknown.
/// </summary>
internal sealed class HttpOperatorGateway(IHttpClientFactory clients, GatewayOptions options, TimeProvider clock, ILogger<HttpOperatorGateway> logger) : IOperatorGateway
{
    public const string ClientName = "operator";
    private const int MaxAnswer = 64 * 1024;
    private const int MaxReference = 64;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public Task<GatewayAnswer> SendAsync(OrderRequest request, CancellationToken cancellation) =>
        PostAsync("orders", request.IdempotencyKey, JsonSerializer.SerializeToUtf8Bytes(request, Json), cancellation);

    public Task<GatewayAnswer> CancelAsync(OrderCancellation request, CancellationToken cancellation) =>
        PostAsync($"orders/{Uri.EscapeDataString(request.OrderNumber)}/cancellation", request.IdempotencyKey, JsonSerializer.SerializeToUtf8Bytes(request, Json), cancellation);

    public Task<GatewayAnswer> ChangeAsync(ChangeRequest request, CancellationToken cancellation) =>
        PostAsync("changes", request.IdempotencyKey, JsonSerializer.SerializeToUtf8Bytes(new ChangeBody(request), Json), cancellation);

    public Task<GatewayAnswer> TicketAsync(TicketRequest request, CancellationToken cancellation)
    {
        var ticket = $"tickets/{Uri.EscapeDataString(request.TicketNumber)}";
        var path = request.News switch { TicketNews.Answered => $"{ticket}/messages", TicketNews.Closed => $"{ticket}/closure", _ => "tickets" };
        return PostAsync(path, request.IdempotencyKey, JsonSerializer.SerializeToUtf8Bytes(request, Json), cancellation);
    }

    private async Task<GatewayAnswer> PostAsync(string path, string key, byte[] body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{options.BaseUrl!.TrimEnd('/')}/{path}")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("Idempotency-Key", key);
        request.Headers.Add(Signature.TimestampHeader, timestamp);
        request.Headers.Add(Signature.Header, Signature.Of(options.Secret!, timestamp, body));
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, cancellation);
            return await ReadAsync(response, cancellation);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Unknown(error.GetType().Name);
        }
    }

    private async Task<GatewayAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        // A wrong secret or too many calls says nothing of the order.
        if (status is < 200 or >= 500 or >= 300 and < 400 || response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425) return Unknown($"HTTP {status}");
        var answer = await BodyAsync(response, cancellation);
        if (status >= 400 || answer.Status == "rejected") return new GatewayAnswer.Rejected(answer.Text);
        // Longer than an id can be: as if none were given.
        var reference = answer.Reference is { Length: > 0 and <= MaxReference } given ? given : null;
        return answer.Status == "done" ? new GatewayAnswer.Done(reference) : new GatewayAnswer.Accepted(reference);
    }

    private static async Task<Answer> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        if (body.Length is 0 or > MaxAnswer) return new Answer();
        try
        {
            return JsonSerializer.Deserialize<Answer>(body, Json) ?? new Answer();
        }
        catch (JsonException)
        {
            return new Answer();
        }
    }

    private GatewayAnswer.Unknown Unknown(string detail)
    {
        logger.LogWarning("The operator's systems answered {Detail}", detail);
        return new GatewayAnswer.Unknown(detail);
    }

    /// <summary>A change as it is sent. Fields that have become empty stand there as null.</summary>
    private sealed record ChangeBody(string Kind, Guid Id, string? ExternalId, DateTimeOffset ChangedAt, IReadOnlyDictionary<string, string?> Before, IReadOnlyDictionary<string, string?> After)
    {
        public ChangeBody(ChangeRequest request)
            : this(request.Change.Kind, request.Change.Id, request.Change.ExternalId, request.ChangedAt, request.Change.Before, request.Change.After)
        {
        }
    }

    /// <summary>What may stand in an answer; <c>detail</c> and <c>title</c> are those of RFC 9457.</summary>
    private sealed record Answer
    {
        public string? Status { get; init; }
        public string? Reference { get; init; }
        public string? Reason { get; init; }
        public string? Detail { get; init; }
        public string? Title { get; init; }

        [JsonIgnore]
        public string? Text => new[] { Reason, Detail, Title }.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
    }
}
