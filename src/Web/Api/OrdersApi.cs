using Connect.Application.Common.Lists;
using Connect.Application.Dashboard;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Web.Infrastructure;
using MediatR;

namespace Connect.Web.Api;

/// <summary>SIM replacements, changes, top-ups, moves, terminations, and the orders that come of them.</summary>
internal sealed class OrdersApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        api.MapPost("/services/{id:guid}/sim-replacements", async (Guid id, SimReplacementBody body, IdempotencyKey key, IMediator mediator) =>
        {
            var order = await mediator.Send(new ReplaceSimCard(id, body.Way, key.Value) { Address = body.Address, Email = body.Email, Icc = body.Icc });
            return TypedResults.Accepted($"{ApiHost.Prefix}/orders/{order.Number}", order);
        }).WithSummary("Give a service another SIM card").WithTags("Services")
            .Produces<PlacedOrder>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/services/{id:guid}/sim-replacements/choices", (Guid id, IMediator mediator) => mediator.Send(new GetSimReplacementForm(id)))
            .WithSummary("What a service's SIM card can be replaced by, and the known addresses").WithTags("Services");
        api.MapGet("/services/{id:guid}/termination", (Guid id, DateOnly? endsOn, IMediator mediator) => mediator.Send(new GetTermination(id, endsOn)))
            .WithSummary("What it would mean to end a service: until when it is invoiced and what that costs").WithTags("Services");
        api.MapPost("/services/{id:guid}/termination", async (Guid id, TerminationBody body, IdempotencyKey key, IMediator mediator) =>
        {
            var order = await mediator.Send(new TerminateSubscription(id, body.EndsOn, key.Value));
            return TypedResults.Accepted($"{ApiHost.Prefix}/orders/{order.Number}", order);
        }).WithSummary("End a service").WithTags("Services")
            .Produces<PlacedOrder>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        MapChanges(api);
        MapTopUps(api);
        api.MapGet("/services/{id:guid}/coming-changes", (Guid id, IMediator mediator) => mediator.Send(new ListComingChanges(id)))
            .WithSummary("What is ordered for a service and not carried out yet").WithTags("Services");
        MapOrders(api);
    }

    private static void MapOrders(RouteGroupBuilder api)
    {
        api.MapGet("/orders", (HttpRequest http, IMediator mediator, CancellationToken cancellation) =>
                mediator.Send(new ListOrders(ListRequest.Parse(http.ListQuery(), ListOrders.Columns).OrThrow()), cancellation))
            .WithSummary("Orders within reach; sort, page, size and f.COLUMN as on the page").WithTags("Orders");
        api.MapGet("/orders/open", (IMediator mediator, CancellationToken cancellation) => mediator.Send(new SumOpenOrders(), cancellation))
            .WithSummary("How many orders within reach are received or being carried out, and when the next of them is expected").WithTags("Orders");
        api.MapGet("/orders/{number}", (string number, IMediator mediator) => mediator.Send(new GetOrder(number)))
            .WithSummary("An order, its state and how it came there").WithTags("Orders");
        api.MapPost("/orders/{number}/cancellation", async (string number, IMediator mediator) =>
            TypedResults.Ok(new Cancellation(number, await mediator.Send(new CancelOrder(number))))).WithSummary("Call an order off that nobody has begun").WithTags("Orders");
    }

    private static void MapChanges(RouteGroupBuilder api)
    {
        api.MapPost("/services/{id:guid}/moves", async (Guid id, MoveBody body, IdempotencyKey key, IMediator mediator) =>
        {
            var order = await mediator.Send(new MoveSubscription(id, body.Account, body.StartsOn, key.Value));
            return TypedResults.Accepted($"{ApiHost.Prefix}/orders/{order.Number}", order);
        }).WithSummary("Move a service to another account").WithTags("Services")
            .Produces<PlacedOrder>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/services/{id:guid}/change", (Guid id, Guid? dataPackage, Guid? priceList, Guid[]? extraPriceList, DateOnly? startsOn, IMediator mediator) =>
            mediator.Send(new GetChange(id, PlanChoice.Of(dataPackage, priceList, extraPriceList is [] ? null : extraPriceList), startsOn)))
            .WithSummary("What a service has and can have of data packages and price lists; with some of them, what that would cost and from when").WithTags("Services")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapPost("/services/{id:guid}/changes", async (Guid id, ChangeBody body, IdempotencyKey key, IMediator mediator) =>
        {
            var order = await mediator.Send(new ChangeSubscription(id, body.DataPackage, body.PriceList, body.ExtraPriceLists, body.StartsOn, key.Value));
            return TypedResults.Accepted($"{ApiHost.Prefix}/orders/{order.Number}", order);
        }).WithSummary("Give a service another data package or other price lists").WithTags("Services")
            .Produces<PlacedOrder>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static void MapTopUps(RouteGroupBuilder api)
    {
        api.MapGet("/services/{id:guid}/top-up", (Guid id, IMediator mediator) => mediator.Send(new GetTopUp(id)))
            .WithSummary("What data can be bought for a service this month, what that costs, and until when it can be used").WithTags("Services");
        api.MapPost("/services/{id:guid}/top-ups", async (Guid id, TopUpBody body, IdempotencyKey key, IMediator mediator) =>
        {
            var order = await mediator.Send(new TopUpData(id, body.DataPackage, body.Month, key.Value));
            return TypedResults.Accepted($"{ApiHost.Prefix}/orders/{order.Number}", order);
        }).WithSummary("Buy data for the rest of the month").WithTags("Services")
            .Produces<PlacedOrder>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <summary>The order's state now: <c>cancelled</c>, or as before until the operator has agreed.</summary>
    internal sealed record Cancellation(string Number, OrderState State);

    /// <param name="EndsOn">A Swedish day; the service ends at 00:00.</param>
    internal sealed record TerminationBody(DateOnly? EndsOn);

    /// <param name="Account">Number of an account within the reach.</param>
    /// <param name="StartsOn">A Swedish day, from 00:00.</param>
    internal sealed record MoveBody(string Account, DateOnly? StartsOn);

    /// <summary>What is left out stays as it is.</summary>
    /// <param name="ExtraPriceLists">All that it is to have beside the base price list; an empty list for none.</param>
    /// <param name="StartsOn">A Swedish day, from 00:00.</param>
    internal sealed record ChangeBody(DateOnly? StartsOn, Guid? DataPackage = null, Guid? PriceList = null, IReadOnlyList<Guid>? ExtraPriceLists = null);

    /// <param name="DataPackage">One of those offered.</param>
    /// <param name="Month">The first day of the month that it is meant for: when that is over, nothing is ordered. Left out: the month that it is.</param>
    internal sealed record TopUpBody(Guid? DataPackage, DateOnly? Month = null);

    /// <summary>Which way the new card comes, and what that way needs: <c>address</c>, <c>email</c> or <c>icc</c>.</summary>
    internal sealed record SimReplacementBody(SimDeliveryWay Way, DeliveryAddress? Address = null, string? Email = null, string? Icc = null);
}
