using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Infrastructure.Operator;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Connect.Web.Api;

/// <summary>What the operator's systems send signed with the shared secret: over the time and the bytes of the body as they came.</summary>
internal static class SignedCallback
{
    private const int MaxBody = 64 * 1024;

    /// <summary>The body; from here on the operator is the caller.</summary>
    /// <exception cref="ForbiddenException">The signature is wrong, too old, or somebody is logged in.</exception>
    public static async Task<T> ReceiveAsync<T>(HttpContext http)
        where T : class
    {
        var services = http.RequestServices;
        var (body, headers, caller) = (await ReadAsync(http), http.Request.Headers, services.GetRequiredService<CurrentUser>());
        var isSigned = Signature.IsValid(services.GetRequiredService<GatewayOptions>().Secret, headers[Signature.TimestampHeader], headers[Signature.Header], body,
            services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (!isSigned || caller.Identity is not null || caller.Operator is not null) throw new ForbiddenException(loggedIn: false);
        caller.Set(new OperatorIdentity("gateway", new HashSet<string> { "integration" }));
        return Parse<T>(http, body);
    }

    private static async Task<byte[]> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > MaxBody) throw new BadHttpRequestException("Too large", StatusCodes.Status413PayloadTooLarge);
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        while (await http.Request.Body.ReadAsync(buffer, http.RequestAborted) is var read and > 0)
        {
            if (body.Length + read > MaxBody) throw new BadHttpRequestException("Too large", StatusCodes.Status413PayloadTooLarge);
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static T Parse<T>(HttpContext http, byte[] body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions) ?? throw new BadHttpRequestException("Empty");
        }
        catch (JsonException error)
        {
            throw new BadHttpRequestException("Not the JSON of a report", error);
        }
    }
}
