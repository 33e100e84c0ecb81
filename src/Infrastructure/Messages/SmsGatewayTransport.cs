using System.Net;
using System.Text;
using System.Text.Json;
using Connect.Application.Common.Ports;

namespace Connect.Infrastructure.Messages;

/// <summary>SMS through the operator's or anybody's HTTP gateway, as configured.</summary>
internal sealed class SmsGatewayTransport(SmsOptions options, IHttpClientFactory clients) : IMessageTransport
{
    public const string ClientName = "sms";

    public MessageChannel Channel => MessageChannel.Sms;

    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        using var request = ToRequest(message);
        using var client = clients.CreateClient(ClientName);
        using var response = await client.SendAsync(request, cancellation);
        // Too many requests and a slow gateway pass; any other 4xx will be said again.
        if ((int)response.StatusCode is >= 400 and < 500 && response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout))
            throw new WorkRejectedException($"The SMS gateway answered {(int)response.StatusCode}.");
        response.EnsureSuccessStatusCode();
    }

    internal HttpRequestMessage ToRequest(OutgoingMessage message)
    {
        var request = new HttpRequestMessage(new HttpMethod(options.Method), Fill(options.Url, message, Uri.EscapeDataString));
        if (request.Method != HttpMethod.Get)
        {
            Func<string, string> escape = options.ContentType.Contains("json", StringComparison.OrdinalIgnoreCase) ? Json : Uri.EscapeDataString;
            request.Content = new StringContent(Fill(options.Body, message, escape), Encoding.UTF8, options.ContentType);
        }

        request.Headers.TryAddWithoutValidation("Idempotency-Key", message.Id.ToString());
        foreach (var (name, value) in options.Headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static string Json(string text) => JsonEncodedText.Encode(text).ToString();

    private string Fill(string template, OutgoingMessage message, Func<string, string> escape)
    {
        // In one pass, so that a placeholder inside the text stays text.
        var values = new Dictionary<string, string?> { ["{to}"] = message.Recipient, ["{from}"] = options.From, ["{text}"] = message.TextBody, ["{id}"] = message.Id.ToString() };
        var filled = new StringBuilder(template.Length + 200);
        for (var at = 0; at < template.Length;)
        {
            var found = values.Keys.FirstOrDefault(key => string.CompareOrdinal(template, at, key, 0, key.Length) == 0);
            filled.Append(found is null ? template[at].ToString() : escape(values[found] ?? ""));
            at += found?.Length ?? 1;
        }

        return filled.ToString();
    }
}
