using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Dashboard;
using Connect.Application.Subscriptions;
using Connect.Web.Infrastructure;
using MediatR;

namespace Connect.Web.Api;

/// <summary>Services: the same list grammar and the same messages as the pages.</summary>
internal sealed class SubscriptionsApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var services = api.MapGroup("/services").WithTags("Services");
        services.MapGet("/", (HttpRequest http, IMediator mediator, CancellationToken cancellation) =>
                mediator.Send(new ListSubscriptions(ListRequest.Parse(http.ListQuery(), ListSubscriptions.Columns).OrThrow()), cancellation))
            .WithName("ListServices").WithSummary("Services within reach; sort, page, size and f.COLUMN as on the page");
        services.MapGet("/names", (IMediator mediator, CancellationToken cancellation) => mediator.Send(new ListServiceNames(), cancellation))
            .WithName("ListServiceNames").WithSummary("Names of the products that services within reach have");
        services.MapGet("/active", (IMediator mediator, CancellationToken cancellation) => mediator.Send(new SumActiveSubscriptions(), cancellation))
            .WithName("SumActiveServices").WithSummary("How many services within reach are active, and how many of them are barred or about to end");
        services.MapGet("/{id:guid}", (Guid id, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetSubscription(id), cancellation))
            .WithName("GetService").WithSummary("One service with all that belongs to it");
        services.MapGet("/sim-cards/{icc}", async (string icc, IMediator mediator, CancellationToken cancellation) =>
                await mediator.Send(new FindSimCard(icc), cancellation) ?? throw new NotFoundException())
            .WithName("FindSimCard").WithSummary("Finds a SIM card by its ICC");
        services.MapPost("/{id:guid}/user-name", async (Guid id, UserName body, IMediator mediator, CancellationToken cancellation) =>
            {
                await mediator.Send(new RenameSubscriptionUser(id, body.Value), cancellation);
                return Results.NoContent();
            })
            .WithName("RenameServiceUser").WithSummary("Edits the user name that the portal and the invoice show");
        services.MapPost("/{id:guid}/references", (Guid id, References body, IMediator mediator) =>
                mediator.DoneAsync(new EditSubscriptionReferences(id, body.ExternalUserName, body.CostCentre, body.EmployeeNumber, body.Version)))
            .WithName("EditServiceReferences").WithSummary("Sets external user name, cost centre and employee number; null removes one")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        MapWarnings(services);
        services.MapPost("/{id:guid}/sim-card/secrets", (Guid id, IMediator mediator, CancellationToken cancellation) => mediator.Send(new ShowSimSecrets(id), cancellation))
            .WithName("ShowSimSecrets").WithSummary("PIN as delivered and PUK; each showing is in the audit log");
    }

    private static void MapWarnings(RouteGroupBuilder services)
    {
        services.MapGet("/{id:guid}/data-warning", (Guid id, IMediator mediator) => mediator.Send(new GetDataWarnings(id)))
            .WithName("GetDataWarning").WithSummary("Whether the caller is told by mail when the data of a service runs out");
        services.MapPut("/{id:guid}/data-warning", (Guid id, Switch body, IMediator mediator) => mediator.DoneAsync(new WarnOfData(id, body.On)))
            .WithName("SetDataWarning").WithSummary("Mails at 80 % and 100 % of a service's data of the month").ProducesProblem(StatusCodes.Status400BadRequest);
    }

    /// <summary>It has to be said: what is left out by mistake would turn it off.</summary>
    private sealed record Switch
    {
        public required bool On { get; init; }
    }

    /// <param name="Value">At most 200 signs.</param>
    private sealed record UserName(string Value);

    /// <summary>All three have to be there: what is left out by mistake would be lost.</summary>
    private sealed record References
    {
        /// <summary>At most 100 signs, or null.</summary>
        public required string? ExternalUserName { get; init; }

        /// <summary>At most 50 signs, or null.</summary>
        public required string? CostCentre { get; init; }

        /// <summary>At most 50 signs, or null.</summary>
        public required string? EmployeeNumber { get; init; }

        /// <summary>As the service was read; without it, what somebody else changed meanwhile is written over.</summary>
        public int? Version { get; init; }
    }
}
