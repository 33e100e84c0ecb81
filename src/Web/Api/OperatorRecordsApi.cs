using System.Globalization;
using System.Text.Json;
using Connect.Application.Common.Texts;
using Connect.Application.Operator;
using MediatR;

namespace Connect.Web.Api;

/// <summary>OPS 2: the operator's systems write one record at a time, and report progress of orders with a key in place of a signature. Asks for a key with the scope <c>integration</c>.</summary>
internal sealed class OperatorRecordsApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        api.MapPut("/operator/records/{kind}", StoreAsync)
            .Produces<RecordAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("One record of a kind that can be loaded, by your own id; its properties are the columns of the file").WithTags("Operator");
        api.MapPost("/operator/order-progress", (ReportOrderProgress body, IMediator mediator) => mediator.DoneAsync(body))
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Report progress of an order").WithTags("Operator");
    }

    private static async Task<IResult> StoreAsync(string kind, JsonElement body, IMediator mediator, CancellationToken cancellation)
    {
        var report = await mediator.Send(new StoreRecord(kind, body), cancellation);
        if (report.IsApplied) return TypedResults.Ok(new RecordAnswer(report.Files.Any(file => file.Added > 0), report.HasChanges));
        var problem = ApiProblems.Problem(StatusCodes.Status400BadRequest, "RecordRefused");
        problem.Extensions["problems"] = report.Problems.Select(p => new RecordProblem(p.Column, p.Code, Text.Get(CultureInfo.CurrentUICulture, "Import." + p.Code, [.. p.Arguments]))).ToList();
        return TypedResults.Problem(problem);
    }

    /// <param name="IsNew">It was not there before.</param>
    /// <param name="HasChanges">False when all of it was there already.</param>
    internal sealed record RecordAnswer(bool IsNew, bool HasChanges);

    /// <param name="Property">Empty when it is about the record as a whole.</param>
    internal sealed record RecordProblem(string Property, string Code, string Detail);
}
