using Connect.Application.Audit;
using Connect.Application.Common.Lists;
using Connect.Web.Infrastructure;
using MediatR;

namespace Connect.Web.Api;

/// <summary>The audit log within reach.</summary>
internal sealed class AuditApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit");
        audit.MapGet("/", (HttpRequest http, IMediator mediator, CancellationToken cancellation) =>
                mediator.Send(new ListAuditLog(ListRequest.Parse(http.ListQuery(), ListAuditLog.Columns).OrThrow()), cancellation))
            .WithName("ListAuditLog").WithSummary("Who did what within reach; sort, page, size and f.COLUMN as on the page");
        audit.MapGet("/{id:guid}", (Guid id, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetAuditEntry(id), cancellation))
            .WithName("GetAuditEntry").WithSummary("An entry with what was before and after");
    }
}
