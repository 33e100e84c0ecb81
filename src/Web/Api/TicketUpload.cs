using Connect.Application.Tickets;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connect.Web.Api;

/// <summary>Files of tickets, in and out.</summary>
internal static class TicketUpload
{
    /// <summary>The file is the body; it is read no further than the largest may be.</summary>
    public static async Task<IResult> ReceiveAsync(string fileName, HttpContext http, IdempotencyKey key, TicketOptions options, IMediator mediator)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        var file = await mediator.Send(new UploadTicketFile(fileName, new LimitedBody(http.Request, options.MostBytes), key.Value), http.RequestAborted);
        return TypedResults.Created((string?)null, file);
    }

    public static FileStreamHttpResult Download(OpenedFile file) => TypedResults.File(file.Content, file.ContentType, file.FileName);

    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var body = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["application/octet-stream"] = new() { Schema = body } } };
        return Task.CompletedTask;
    }
}
