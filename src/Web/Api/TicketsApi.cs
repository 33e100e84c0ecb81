using Connect.Application.Common.Lists;
using Connect.Application.Tickets;
using Connect.Domain.Tickets;
using Connect.Web.Infrastructure;
using MediatR;

namespace Connect.Web.Api;

/// <summary>Tickets within reach: the same messages as the pages.</summary>
internal sealed class TicketsApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var tickets = api.MapGroup("/tickets").WithTags("Tickets");
        MapReading(tickets);
        MapChanges(tickets);
        MapPeopleAndFiles(tickets);
    }

    private static void MapReading(RouteGroupBuilder tickets)
    {
        tickets.MapGet("/", (HttpRequest http, IMediator mediator, CancellationToken cancellation) =>
                mediator.Send(new ListTickets(ListRequest.Parse(http.ListQuery(), ListTickets.Columns).OrThrow()), cancellation))
            .WithName("ListTickets").WithSummary("Tickets within reach; sort, page, size and f.COLUMN as on the page");
        tickets.MapGet("/{number}", (string number, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetTicket(number), cancellation))
            .WithName("GetTicket").WithSummary("A ticket with its thread and how it stands against the agreed times");
        tickets.MapGet("/choices", (Guid? service, string? phone, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetTicketForm(service, phone), cancellation))
            .WithName("GetTicketForm").WithSummary("What a new ticket can be about: a service by id or phone number, and the times agreed for each priority");
        tickets.MapGet("/open", (IMediator mediator, CancellationToken cancellation) => mediator.Send(new SumOpenTickets(), cancellation))
            .WithName("SumOpenTickets").WithSummary("How many tickets are new, under way or waiting for the customer, and how many of them wait");
    }

    private static void MapChanges(RouteGroupBuilder tickets)
    {
        tickets.MapPost("/", async (CreateTicket body, IdempotencyKey key, IMediator mediator) =>
            {
                var made = await mediator.Send(body with { RequestId = key.Value });
                return TypedResults.Created($"{ApiHost.Prefix}/tickets/{made.Number}", made);
            })
            .WithName("CreateTicket").WithSummary("A new ticket, about an account or a service");
        tickets.MapPost("/{number}/messages", async (string number, AnswerBody body, IdempotencyKey key, IMediator mediator) =>
                TypedResults.Ok(new StateOfTicket(number, await mediator.Send(new AnswerTicket(number, body.Text, key.Value) { Attachments = body.Attachments ?? [] }))))
            .WithName("AnswerTicket").WithSummary("Writes in the thread; opens a closed ticket again for 14 days");
        tickets.MapPost("/{number}/closure", (string number, IMediator mediator) => mediator.DoneAsync(new CloseTicket(number)))
            .WithName("CloseTicket").WithSummary("Closes a ticket");
    }

    private static void MapPeopleAndFiles(RouteGroupBuilder tickets)
    {
        tickets.MapGet("/colleagues", (string? ticket, string? account, IMediator mediator, CancellationToken cancellation) => mediator.Send(new ListTicketColleagues(ticket, account), cancellation))
            .WithName("ListTicketColleagues").WithSummary("Colleagues who can follow a ticket");
        tickets.MapPut("/{number}/followers/{id:guid}", (string number, Guid id, IMediator mediator) => mediator.DoneAsync(new FollowTicket(number, id)))
            .WithName("FollowTicket").WithSummary("A colleague gets the ticket's mails");
        tickets.MapDelete("/{number}/followers/{id:guid}", (string number, Guid id, IMediator mediator) => mediator.DoneAsync(new UnfollowTicket(number, id)))
            .WithName("UnfollowTicket").WithSummary("A colleague gets the ticket's mails no more");
        tickets.MapPost("/attachments", TicketUpload.ReceiveAsync).Produces<UploadedFile>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).WithName("UploadTicketFile").WithSummary("Upload a file that is to be attached; send its id with the ticket or answer within a day")
            .AddOpenApiOperationTransformer(TicketUpload.DescribeAsync);
        tickets.MapGet("/{number}/attachments/{id:guid}", async (string number, Guid id, IMediator mediator, CancellationToken cancellation) =>
                TicketUpload.Download(await mediator.Send(new GetTicketFile(number, id), cancellation)))
            .WithName("GetTicketFile").WithSummary("A file that is attached to a ticket");
    }

    /// <param name="Attachments">Ids of files that were uploaded before.</param>
    internal sealed record AnswerBody(string Text, IReadOnlyList<Guid>? Attachments = null);

    /// <summary>The ticket's state now.</summary>
    internal sealed record StateOfTicket(string Number, TicketState State);
}
