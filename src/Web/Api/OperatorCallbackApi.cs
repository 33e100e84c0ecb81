using Connect.Application.Operator;
using Connect.Application.Tickets;
using MediatR;

namespace Connect.Web.Api;

/// <summary>
/// The operator's systems report progress of orders and answer tickets. They prove themselves by signing time and body with the shared secret; each
/// event counts once, so a report may be sent again.
/// </summary>
internal sealed class OperatorCallbackApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        api.MapPost("/operator/callbacks", async (HttpContext http, IMediator mediator) => await mediator.DoneAsync(await SignedCallback.ReceiveAsync<ReportOrderProgress>(http)))
            .Accepts<ReportOrderProgress>("application/json").Produces(StatusCodes.Status204NoContent).WithSummary("Report progress of an order (signed)").WithTags("Operator");
        api.MapPost("/operator/callbacks/tickets", async (HttpContext http, IMediator mediator) => await mediator.DoneAsync(await SignedCallback.ReceiveAsync<ReportTicket>(http)))
            .Accepts<ReportTicket>("application/json").Produces(StatusCodes.Status204NoContent).WithSummary("Answer a ticket, or say where it stands (signed)").WithTags("Operator");
    }
}
