using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using MediatR;

namespace Connect.Web.Api;

/// <summary>Barrings in the mobile network, and the cost cap that sets some of them.</summary>
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
        MapCostCap(api);
    }

    private static void MapCostCap(RouteGroupBuilder api)
    {
        var cap = api.MapGroup("/services/{id:guid}/cost-cap").WithTags("Services");
        cap.MapGet("", (Guid id, IMediator mediator) => mediator.Send(new GetCostCap(id)))
            .WithName("GetCostCap").WithSummary("The amount a month at which a service is barred from premium and roaming, what is charged, and whether it bars");
        cap.MapPut("", (Guid id, CostCapBody body, IMediator mediator) => mediator.DoneAsync(new SetCostCap(id, body.Kronor)))
            .WithName("SetCostCap").WithSummary("Sets the amount, or removes it with null").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <param name="Kronor">Whole kronor without VAT; null removes it.</param>
    internal sealed record CostCapBody(int? Kronor);

    /// <param name="Add">What is barred from now on.</param>
    /// <param name="Remove">What is barred no longer.</param>
    internal sealed record BarringsBody(IReadOnlyList<BarringKind>? Add = null, IReadOnlyList<BarringKind>? Remove = null);
}
