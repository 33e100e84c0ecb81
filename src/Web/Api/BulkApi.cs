using Connect.Application.Reports;
using Connect.Application.Subscriptions.Bulk;
using MediatR;

namespace Connect.Web.Api;

/// <summary>One action on several services: make a job, look at its preview, confirm, follow.</summary>
internal sealed class BulkApi : IApiModule
{
    private const string Tag = "Several services";

    public void Map(RouteGroupBuilder api)
    {
        var jobs = api.MapGroup("/bulk/jobs").WithTags(Tag);
        MapLooking(jobs);
        MapFiles(api.MapGroup("/bulk").WithTags(Tag));
        jobs.MapPost("", async (BulkOrder order, IdempotencyKey key, IMediator mediator) =>
            {
                var start = new StartBulk(order.Wish ?? new BulkWish(), key.Value) { Services = order.Services ?? [], Matching = order.Matching };
                return await AcceptedAsync(await mediator.Send(start), mediator);
            })
            .WithName("StartBulkJob").WithSummary("Makes a job and its preview; nothing happens to the services before it is confirmed")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        jobs.MapPost("/{id:guid}/confirmation", async (Guid id, IdempotencyKey key, IMediator mediator) =>
            {
                await mediator.Send(new ConfirmBulk(id, key.Value));
                return await AcceptedAsync(id, mediator);
            })
            .WithName("ConfirmBulkJob").WithSummary("Carries out what the preview says can be done").ProducesProblem(StatusCodes.Status409Conflict);
        jobs.MapDelete("/{id:guid}", (Guid id, IMediator mediator) => mediator.DoneAsync(new CancelBulk(id)))
            .WithName("CancelBulkJob").WithSummary("Calls off what has not started").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static void MapLooking(RouteGroupBuilder jobs)
    {
        jobs.MapGet("", (IMediator mediator) => mediator.Send(new ListBulkJobs()))
            .WithName("ListBulkJobs").WithSummary("The caller's own jobs on several services, newest first");
        jobs.MapGet("/{id:guid}", (Guid id, IMediator mediator) => mediator.Send(new GetBulkJob(id)))
            .WithName("GetBulkJob").WithSummary("One job: its state, and how many rows are in which");
        jobs.MapGet("/{id:guid}/rows", (Guid id, IMediator mediator, BulkRowState? state = null, int page = 1) => mediator.Send(new ListBulkRows(id, state, page)))
            .WithName("ListBulkRows").WithSummary("Its rows, 50 a page: what will happen or was done, or why not");
        jobs.MapGet("/{id:guid}/result", async (Guid id, IMediator mediator) =>
            {
                var file = await mediator.Send(new GetBulkResult(id));
                return TypedResults.File(file.Content, ExportFile.ContentType, file.Name);
            })
            .WithName("GetBulkJobResult").WithSummary("Its rows as an Excel file; each fetching is in the audit log");
    }

    private static void MapFiles(RouteGroupBuilder bulk)
    {
        bulk.MapGet("/choices", (IMediator mediator, string? matching = null) => mediator.Send(new GetBulkForm(matching)))
            .WithName("GetBulkChoices").WithSummary("Packages and price lists to choose from, and how many services a query string of the services list matches");
        bulk.MapPost("/checks", (BulkWish wish, IMediator mediator) => mediator.DoneAsync(new CheckBulkWish(wish)))
            .WithName("CheckBulkWish").WithSummary("Says what is wrong with what is wished, whatever the services are; what rows of a file can have of their own is not missed").ProducesProblem(StatusCodes.Status400BadRequest);
        bulk.MapGet("/template", async (BulkKind kind, IMediator mediator, Guid[]? service = null, string? matching = null) =>
            {
                var file = await mediator.Send(new GetBulkTemplate(kind) { Services = service ?? [], Matching = matching });
                return TypedResults.File(file.Content, ExportFile.ContentType, file.Name);
            })
            .WithName("GetBulkTemplate").WithSummary("An Excel file with the columns of an action: empty, with the services of the given ids, or with all that a query string of the services list matches");
        bulk.MapPost("/files", (BulkKind kind, HttpContext http, IMediator mediator) => mediator.Send(new ReadBulkFile(kind, new LimitedBody(http.Request, BulkOptions.MostFileBytes)), http.RequestAborted))
            .WithName("ReadBulkFile").WithSummary("Reads a filled-in template, which is the body: the services of a job").AddOpenApiOperationTransformer(TicketUpload.DescribeAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> AcceptedAsync(Guid id, IMediator mediator) => TypedResults.Accepted($"{ApiHost.Prefix}/bulk/jobs/{id}", await mediator.Send(new GetBulkJob(id)));

    /// <param name="Wish">What is done to each of the services; of its fields those that its kind has.</param>
    /// <param name="Services">The services one by one.</param>
    /// <param name="Matching">In their place: all that this query string of the services list matches; empty for the list as it comes.</param>
    internal sealed record BulkOrder(BulkWish? Wish = null, IReadOnlyList<BulkService>? Services = null, string? Matching = null);
}
