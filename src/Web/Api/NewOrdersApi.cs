using Connect.Application.Orders;
using Connect.Domain.Common;
using MediatR;

namespace Connect.Web.Api;

/// <summary>New services: what can be ordered, what it would cost, ordering it, and orders that are filled in step by step.</summary>
internal sealed class NewOrdersApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var orders = api.MapGroup("/orders").WithTags("Orders");
        orders.MapGet("/products", (IMediator mediator) => mediator.Send(new ListOrderableProducts()))
            .WithName("ListOrderableProducts").WithSummary("What the caller may order, by category, at the agreement's prices");
        orders.MapGet("/products/{id:guid}/form", (Guid id, string account, IMediator mediator) => mediator.Send(new GetOrderForm(account, id)))
            .WithName("GetOrderForm").WithSummary("What has to be told of a new service of a product, and what can be chosen for it");
        orders.MapPost("/quotes", (OrderBody body, IMediator mediator) => mediator.Send(new PriceOrder(body.Account, body.Product, body.Details)))
            .WithName("PriceOrder").WithSummary("What an order would be and cost, without and with VAT; nothing is ordered").ProducesProblem(StatusCodes.Status400BadRequest);
        orders.MapPost("", async (OrderBody body, IdempotencyKey key, IMediator mediator) =>
            {
                var order = await mediator.Send(new PlaceOrder(body.Account, body.Product, body.Details, key.Value));
                return TypedResults.Accepted($"{ApiHost.Prefix}/orders/{order.Number}", order);
            })
            .WithName("PlaceOrder").WithSummary("Order a new service")
            .Produces<PlacedOrder>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        MapDrafts(orders.MapGroup("/drafts"));
    }

    private static void MapDrafts(RouteGroupBuilder drafts)
    {
        drafts.MapGet("", (IMediator mediator) => mediator.Send(new ListOrderDrafts())).WithName("ListOrderDrafts").WithSummary("The caller's own orders that are being filled in");
        drafts.MapGet("/{id:guid}", (Guid id, IMediator mediator) => mediator.Send(new GetOrderDraft(id))).WithName("GetOrderDraft").WithSummary("One of them, and the step that is next");
        drafts.MapPut("/{id:guid}", (Guid id, DraftBody body, IMediator mediator) =>
                mediator.DoneAsync(new SaveOrderDraft(id) { Account = body.Account, Category = body.Category, Product = body.Product, Details = body.Details, Version = body.Version }))
            .WithName("SaveOrderDraft").WithSummary("Fill in a step; what is left out stays. An id that is not known yet begins an order")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        drafts.MapDelete("/{id:guid}", (Guid id, IMediator mediator) => mediator.DoneAsync(new DiscardOrderDraft(id))).WithName("DiscardOrderDraft").WithSummary("Throw one away");
        drafts.MapPost("/{id:guid}/completion", async (Guid id, CompletionBody body, IMediator mediator) =>
            {
                var order = await mediator.Send(new CompleteOrderDraft(id, body.Version) { MonthlyPrice = body.MonthlyPrice, OneTimePrice = body.OneTimePrice });
                return TypedResults.Accepted($"{ApiHost.Prefix}/orders/{order.Number}", order);
            })
            .WithName("CompleteOrderDraft").WithSummary("Order what has been filled in: once, however often it is sent")
            .Produces<PlacedOrder>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <param name="Account">Number of the account within the reach that it will belong to.</param>
    /// <param name="Product">One of those that can be ordered.</param>
    internal sealed record OrderBody(string Account, Guid? Product, OrderDetails Details);

    /// <summary>What is left out stays.</summary>
    /// <param name="Version">Of the draft as it was read; one that was changed since is not written over. Left out, it is.</param>
    internal sealed record DraftBody(string? Account = null, Guid? Category = null, Guid? Product = null, OrderDetails? Details = null, int? Version = null);

    /// <param name="Version">Of the draft as it was read; one that was changed since is not ordered.</param>
    /// <param name="MonthlyPrice">Kronor a month without VAT that are agreed to; at another price nothing is ordered.</param>
    /// <param name="OneTimePrice">Kronor once without VAT, likewise.</param>
    internal sealed record CompletionBody(int Version, Money? MonthlyPrice = null, Money? OneTimePrice = null);
}
