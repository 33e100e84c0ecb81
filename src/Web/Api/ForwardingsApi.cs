using Connect.Application.Subscriptions;
using MediatR;

namespace Connect.Web.Api;

/// <summary>Forwardings in the mobile network.</summary>
internal sealed class ForwardingsApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var forwardings = api.MapGroup("/services/{id:guid}/forwardings").WithTags("Services");
        forwardings.MapGet("", (Guid id, IMediator mediator) => mediator.Send(new GetCallForwardings(id)))
            .WithName("GetCallForwardings").WithSummary("A service's forwardings in the mobile network, those under way included");
        forwardings.MapPost("", async (Guid id, ForwardingsBody body, IdempotencyKey key, IMediator mediator) =>
            TypedResults.Accepted($"{ApiHost.Prefix}/services/{id}/forwardings", await mediator.Send(body.ToMessage(id, key.Value))))
            .WithName("SetCallForwardings").WithSummary("Set, change and remove forwardings; they act when the operator has confirmed")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <summary>A kind that is left out stays as it is; one without a target is removed.</summary>
    internal sealed record ForwardingsBody(ForwardingInput? Unconditional = null, ForwardingInput? NotReachable = null, ForwardingInput? Busy = null, ForwardingInput? NoReply = null)
    {
        public SetCallForwardings ToMessage(Guid id, Guid requestId) => new(id, requestId) { Unconditional = Unconditional, NotReachable = NotReachable, Busy = Busy, NoReply = NoReply };
    }
}
