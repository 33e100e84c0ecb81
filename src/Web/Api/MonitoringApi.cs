using Connect.Application.Common.Errors;
using Connect.Application.Monitoring;
using Connect.Application.Reports;
using Connect.Domain.Monitoring;
using Connect.Web.Components.Monitoring;
using MediatR;

namespace Connect.Web.Api;

/// <summary>What was measured of broadband and capacity.</summary>
internal sealed class MonitoringApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var monitoring = api.MapGroup("/services/{id:guid}/monitoring").WithTags("Services");
        monitoring.MapGet("/", (Guid id, string? period, IMediator mediator, CancellationToken cancellation) =>
                mediator.Send(new GetMonitoring(id, Read(period)), cancellation))
            .WithName("GetMonitoring").WithSummary("State now and what was measured in the last period: day (unless given), week, month or halfYear; state is null for a service that is not monitored");
        monitoring.MapPost("/exports", async (Guid id, string? period, IdempotencyKey key, IMediator mediator, CancellationToken cancellation) =>
            {
                var export = await mediator.Send(new ExportMonitoring(id, Read(period), key.Value), cancellation);
                return TypedResults.Accepted($"{ApiHost.Prefix}/reports/exports/{export}", await mediator.Send(new GetExport(export), cancellation));
            })
            .WithName("ExportMonitoring").WithSummary("Orders the same to Excel");
    }

    private static MonitoringPeriod Read(string? period) =>
        period is null ? MonitoringPeriod.Day : MonitoringFace.Find(period) ?? throw new InvalidInputException(nameof(period), "EnumValidator");
}
