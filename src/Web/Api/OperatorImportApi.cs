using System.Globalization;
using Connect.Application.Common.Texts;
using Connect.Application.Operator;
using Connect.Infrastructure.Operator.Import;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.OpenApi;

namespace Connect.Web.Api;

/// <summary>The operator's systems load data as they would from a folder: a zip of the files is the body. Asks for a key with the scope <c>import</c>.</summary>
internal sealed class OperatorImportApi : IApiModule
{
    private const string Zip = "application/zip";

    public void Map(RouteGroupBuilder api) => api.MapPost("/operator/import", ReceiveAsync)
        .Produces<ImportAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .WithSummary("Load a zip of the operator's files").WithTags("Operator")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var body = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { [Zip] = new() { Schema = body } } };
            return Task.CompletedTask;
        });

    private static async Task<IResult> ReceiveAsync(HttpContext http, ImportOptions options, IMediator mediator)
    {
        // The server's own limit is for forms. This one is asked when the first byte is read: by then it is known who sends.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        var report = await mediator.Send(new ImportUpload(new LimitedBody(http.Request, options.MostBytes)), http.RequestAborted);
        return report.IsApplied ? TypedResults.Ok(new ImportAnswer(report.HasChanges, report.Files)) : TypedResults.Problem(Refusal(report));
    }

    private static Microsoft.AspNetCore.Mvc.ProblemDetails Refusal(ImportReport report)
    {
        var problem = ApiProblems.Problem(StatusCodes.Status400BadRequest, "ImportRefused");
        problem.Extensions["problems"] = report.Problems.Select(p => new LoadProblem(p.File, p.Line, p.Column, p.Code, Text.Get(CultureInfo.CurrentUICulture, "Import." + p.Code, [.. p.Arguments]))).ToList();
        problem.Extensions["hasMore"] = report.HasMore;
        return problem;
    }

    /// <param name="HasChanges">False when all of it was there already.</param>
    internal sealed record ImportAnswer(bool HasChanges, IReadOnlyList<ImportedFile> Files);

    /// <param name="Line">0 when it is about the file as a whole.</param>
    internal sealed record LoadProblem(string File, long Line, string Column, string Code, string Detail);
}
