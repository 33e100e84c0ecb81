using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using MediatR;

namespace Connect.Web.Api;

/// <summary>Barrings in the mobile network.</summary>
internal sealed class BarringsApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var barrings = api.MapGroup("/services/{id:guid}/barrings").WithTags("Services");
        barrings.MapGet("", (Guid id, IMediator mediator) => mediator.Send(new GetBarrings(id)))
            .WithName("GetBarrings").WithSummary("A service's barrings in the mobile network, those under way included");
        barrings.MapPost("", async (Guid id, BarringsBody body, IdempotencyKey key, IMediator mediator) =>
            TypedResults.Accepted($"{ApiHost.Prefix}/services/{id}/barrings", await mediator.Send(new SetBarrings(id, body.Add ?? [], body.Remove ?? [], key.Value))))
            .WithName("SetBarrings").WithSummary("Add barrings and remove others; they act when the operator has confirmed")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <param name="Add">What is barred from now on.</param>
    /// <param name="Remove">What is barred no longer.</param>
    internal sealed record BarringsBody(IReadOnlyList<BarringKind>? Add = null, IReadOnlyList<BarringKind>? Remove = null);
}
