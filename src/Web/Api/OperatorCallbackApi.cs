using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Infrastructure.Operator;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Connect.Web.Api;

/// <summary>
/// The operator's order handling reports progress. It proves itself by signing time and body with the shared secret; each event
/// counts once, so a report may be sent again.
/// </summary>
internal sealed class OperatorCallbackApi : IApiModule
{
    private const int MaxBody = 64 * 1024;

    public void Map(RouteGroupBuilder api) => api.MapPost("/operator/callbacks", ReceiveAsync)
        .Accepts<ReportOrderProgress>("application/json").WithSummary("Report progress of an order (signed)").WithTags("Operator");

    private static async Task<IResult> ReceiveAsync(HttpContext http, CurrentUser caller, GatewayOptions gateway, TimeProvider clock, IMediator mediator)
    {
        var body = await ReadAsync(http);
        var headers = http.Request.Headers;
        if (!Signature.IsValid(gateway.Secret, headers[Signature.TimestampHeader], headers[Signature.Header], body, clock.GetUtcNow())
            || caller.Identity is not null || caller.Operator is not null)
            throw new ForbiddenException(loggedIn: false);
        caller.Set(new OperatorIdentity("gateway", new HashSet<string> { "integration" }));
        await mediator.Send(Parse(http, body));
        return TypedResults.NoContent();
    }

    // The signature is over the bytes as they came.
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

    private static ReportOrderProgress Parse(HttpContext http, byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<ReportOrderProgress>(body, http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions)
                ?? throw new BadHttpRequestException("Empty");
        }
        catch (JsonException error)
        {
            throw new BadHttpRequestException("Not the JSON of a report", error);
        }
    }
}
