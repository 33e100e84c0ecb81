using Connect.Application.Reports;
using MediatR;

namespace Connect.Web.Api;

/// <summary>Reports to Excel: order, follow, fetch, cancel, remove.</summary>
internal sealed class ReportsApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        MapLooking(reports);
        reports.MapPost("/{kind}/exports", async (string kind, GenerateReport order, IdempotencyKey key, IMediator mediator, CancellationToken cancellation) =>
        {
            var id = await mediator.Send(order with { Kind = kind, RequestId = key.Value }, cancellation);
            return TypedResults.Accepted($"{ApiHost.Prefix}/reports/exports/{id}", await mediator.Send(new GetExport(id), cancellation));
        }).WithSummary("Orders a report to Excel");
        reports.MapPost("/lists/{list}/exports", async (string list, HttpRequest http, IdempotencyKey key, IMediator mediator, CancellationToken cancellation) =>
        {
            var id = await mediator.Send(new ExportList(list, http.QueryString.Value, key.Value), cancellation);
            return TypedResults.Accepted($"{ApiHost.Prefix}/reports/exports/{id}", await mediator.Send(new GetExport(id), cancellation));
        }).WithSummary("Orders a list to Excel as filtered; the query string is that of the list");
        reports.MapGet("/exports", (IMediator mediator, CancellationToken cancellation) => mediator.Send(new ListExports(), cancellation))
            .WithSummary("The caller's own exports, newest first");
        reports.MapGet("/exports/{id:guid}", (Guid id, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetExport(id), cancellation))
            .WithSummary("One export and its progress");
        reports.MapGet("/exports/{id:guid}/file", async (Guid id, IMediator mediator, CancellationToken cancellation) =>
        {
            var file = await mediator.Send(new GetExportFile(id), cancellation);
            return TypedResults.File(file.Content, ExportFile.ContentType, file.Name);
        }).WithSummary("The Excel file of a finished export");
        reports.MapPost("/exports/{id:guid}/cancellation", (Guid id, IMediator mediator) => mediator.DoneAsync(new CancelExport(id)))
            .WithSummary("Cancels an export that has not ended; it stays, without a file, until it is removed").ProducesProblem(StatusCodes.Status409Conflict);
        reports.MapDelete("/exports/{id:guid}", (Guid id, IMediator mediator) => mediator.DoneAsync(new RemoveExport(id)))
            .WithSummary("Removes an export that has ended, with its file; one that has not is cancelled first").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static void MapLooking(RouteGroupBuilder reports)
    {
        reports.MapGet("/", (IMediator mediator, CancellationToken cancellation) => mediator.Send(new ListReports(), cancellation)).WithSummary("The reports that the caller may run");
        reports.MapGet("/{kind}", (string kind, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetReport(kind), cancellation))
            .WithSummary("What a report can be asked, and the periods to choose among with their days as of today");
        reports.MapPost("/{kind}/previews", (string kind, PreviewReport query, IMediator mediator, CancellationToken cancellation) => mediator.Send(query with { Kind = kind }, cancellation))
            .WithSummary("The first rows and the sums of a report, called numbers masked or left out");
        reports.MapPost("/{kind}/called-numbers", (string kind, ShowCalledNumbers query, IMediator mediator, CancellationToken cancellation) => mediator.Send(query with { Kind = kind }, cancellation))
            .WithSummary("The same with whole called numbers; each showing is in the audit log");
        reports.MapGet("/lists/{list}", (string list, HttpRequest http, IMediator mediator, CancellationToken cancellation) =>
            mediator.Send(new GetListExport(list, http.QueryString.Value), cancellation)).WithSummary("What an export of a list would hold");
    }
}
