using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Domain.Reports;
using MediatR;

namespace Connect.Web.Api;

/// <summary>Reports that the caller keeps: run again, and by themselves on their days.</summary>
internal sealed class KeptReportsApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapGet("/kept", (IMediator mediator, CancellationToken cancellation) => mediator.Send(new ListKeptReports(), cancellation)).WithSummary("The reports that the caller keeps");
        reports.MapGet("/kept/{id:guid}", (Guid id, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetKeptReport(id), cancellation)).WithSummary("A report that the caller keeps");
        reports.MapPost("/{kind}/kept", async (string kind, KeepReport keep, IdempotencyKey key, IMediator mediator, CancellationToken cancellation) =>
                TypedResults.Ok(new KeptId(await mediator.Send(keep with { Kind = kind, RequestId = key.Value }, cancellation))))
            .WithSummary("Keeps a report with what it is asked for; it can come by itself every day, weekday, week or month, with a mail that links to it");
        reports.MapPost("/{kind}/asked", (string kind, DescribeReport query, IMediator mediator, CancellationToken cancellation) => mediator.Send(query with { Kind = kind }, cancellation))
            .WithSummary("What a report would be asked for, without running it");
        reports.MapPut("/{kind}/kept/{id:guid}", (string kind, Guid id, ChangeReport change, IMediator mediator) => mediator.DoneAsync(change with { Kind = kind, Id = id }))
            .WithSummary("Gives a kept report another name, other parameters or another schedule: all of them as sent");
        reports.MapPut("/kept/{id:guid}/schedule", (Guid id, Schedule body, IMediator mediator) => mediator.DoneAsync(new ScheduleReport(id, body.Every, body.Day)))
            .WithSummary("Says how often a kept report comes by itself; without every it does not");
        reports.MapPost("/kept/{id:guid}/exports", async (Guid id, IdempotencyKey key, IMediator mediator, CancellationToken cancellation) =>
        {
            var export = await mediator.Send(new RunKeptReport(id, key.Value), cancellation);
            return TypedResults.Accepted($"{ApiHost.Prefix}/reports/exports/{export}", await mediator.Send(new GetExport(export), cancellation));
        }).WithSummary("Orders a kept report to Excel now");
        reports.MapPost("/exports/{id:guid}/again", async (Guid id, IdempotencyKey key, IMediator mediator, CancellationToken cancellation) =>
        {
            var again = await mediator.Send(new RunExportAgain(id, key.Value), cancellation);
            return TypedResults.Accepted($"{ApiHost.Prefix}/reports/exports/{again}", await mediator.Send(new GetExport(again), cancellation));
        }).WithSummary("Orders one of the caller's exports once more");
        reports.MapDelete("/kept/{id:guid}", (Guid id, IMediator mediator) => mediator.DoneAsync(new ForgetReport(id))).WithSummary("Removes a kept report");
    }

    /// <param name="Day">Of the month (1–28) with monthly, of the week (1 Monday – 7 Sunday) with weekly.</param>
    internal sealed record Schedule(ReportInterval? Every, int? Day);

    internal sealed record KeptId(Guid Id);
}
