using Connect.Application.Tickets;
using Connect.Domain.Tickets;
using MediatR;

namespace Connect.Web.Api;

/// <summary>The operator's support answers tickets and says where they stand, with an operator key of the scope <c>integration</c>.</summary>
internal sealed class OperatorTicketsApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var tickets = api.MapGroup("/operator/tickets").WithTags("Operator");
        tickets.MapPost("/{number}/messages", (string number, OperatorAnswer body, IMediator mediator) =>
                mediator.DoneAsync(new ReportTicket(number, body.Id) { Text = body.Text, Author = body.Author, State = body.State }))
            .Produces(StatusCodes.Status204NoContent).WithSummary("Answer a ticket; the same id again changes nothing");
        tickets.MapGet("/{number}/attachments/{id:guid}", async (string number, Guid id, IMediator mediator, CancellationToken cancellation) =>
                TicketUpload.Download(await mediator.Send(new GetTicketFileForOperator(number, id), cancellation)))
            .WithSummary("A file that a customer attached to a ticket");
        tickets.MapPost("/{number}/state", (string number, OperatorState body, IMediator mediator) => mediator.DoneAsync(new ReportTicket(number, body.Id) { State = body.State }))
            .Produces(StatusCodes.Status204NoContent).WithSummary("Say where a ticket stands; the same id again changes nothing");
    }

    /// <param name="Id">Your id of the answer, unique within the ticket.</param>
    /// <param name="Author">Who answers, as the customer is to see it.</param>
    /// <param name="State">Where the ticket stands with it; left out: a new ticket goes on, others stay.</param>
    internal sealed record OperatorAnswer(string Id, string Text, string? Author = null, TicketState? State = null);

    /// <param name="Id">Your id of the report, unique within the ticket.</param>
    internal sealed record OperatorState(string Id, TicketState State);
}
