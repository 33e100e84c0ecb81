using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using MediatR;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>
/// Carries out on one service what is wished for several: by the message of the single action, for the scope's user. What comes of it is told,
/// so that trying it out in a transaction that is rolled back is the preview.
/// </summary>
internal sealed class BulkActions(IMediator mediator, IOrderRepository orders, BulkReferences references)
{
    /// <param name="plan">Null when it is tried out.</param>
    public Task<BulkOutcome> DoAsync(BulkWish wish, Guid service, Guid request, BulkPlan? plan, CancellationToken cancellation) => wish.Kind switch
    {
        BulkKind.AddBarrings or BulkKind.RemoveBarrings => BarAsync(wish, service, request, cancellation),
        BulkKind.Forwardings => ForwardAsync(wish, service, request, cancellation),
        BulkKind.Change => ChangeAsync(wish, service, request, plan?.Told, cancellation),
        BulkKind.Move => MoveAsync(wish, service, request, cancellation),
        BulkKind.Terminate => TerminateAsync(wish, service, request, plan?.Told, cancellation),
        BulkKind.References => references.EditAsync(wish, service, plan, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(wish)),
    };

    private async Task<BulkOutcome> BarAsync(BulkWish wish, Guid service, Guid request, CancellationToken cancellation)
    {
        var change = await mediator.Send(BulkMessages.Barrings(wish, service, request), cancellation);
        return change.IsEmpty ? BulkOutcome.Unchanged : new() { Added = Some(change.Added), Removed = Some(change.Removed) };
    }

    private async Task<BulkOutcome> ForwardAsync(BulkWish wish, Guid service, Guid request, CancellationToken cancellation)
    {
        var change = await mediator.Send(BulkMessages.Forwardings(wish, service, request), cancellation);
        return change.IsEmpty ? BulkOutcome.Unchanged : new() { Forwarded = Some(change.Set), Unforwarded = Some(change.Removed) };
    }

    private Task<BulkOutcome> ChangeAsync(BulkWish wish, Guid service, Guid request, BulkOutcome? told, CancellationToken cancellation) => UnlessAsync("ChangeNothing", async () =>
    {
        var day = told?.On ?? wish.Day;
        if (told is null && wish.OrEarliest && await EarliestAsync(wish, service, cancellation) is { } earliest && earliest > day) day = earliest;
        return await OrderAsync(BulkMessages.Change(wish, service, day, request, told), cancellation);
    });

    private Task<BulkOutcome> MoveAsync(BulkWish wish, Guid service, Guid request, CancellationToken cancellation) =>
        UnlessAsync("MoveSameAccount", () => OrderAsync(BulkMessages.Move(wish, service, request), cancellation));

    private async Task<BulkOutcome> TerminateAsync(BulkWish wish, Guid service, Guid request, BulkOutcome? told, CancellationToken cancellation)
    {
        var terms = await mediator.Send(new GetTermination(service, wish.Day), cancellation);
        var outcome = await OrderAsync(BulkMessages.Terminate(wish, service, request, told), cancellation);
        // One that had ended before, when the process died over it, has nothing more to be called off: it was what the preview told.
        return terms.Outcome is { } outlook
            ? outcome with { CalledOff = Some<string>([.. outlook.Ended.Select(change => change.OrderNumber)]), Unsure = Some(outlook.Unsure) }
            : outcome with { CalledOff = told?.CalledOff, Unsure = told?.Unsure };
    }

    // What is not clear of it is said by the order itself.
    private async Task<DateOnly?> EarliestAsync(BulkWish wish, Guid service, CancellationToken cancellation) =>
        (await mediator.Send(new GetChange(service, PlanChoice.Of(wish.DataPackage, wish.PriceList, null)), cancellation)).Outcome?.Earliest;

    private async Task<BulkOutcome> OrderAsync(IRequest<PlacedOrder> message, CancellationToken cancellation)
    {
        var placed = await mediator.Send(message, cancellation);
        return OfOrder((await orders.FindForOperatorAsync(placed.Id, cancellation))!);
    }

    /// <param name="nothing">The code of the rule that says that the service is so already.</param>
    private static async Task<BulkOutcome> UnlessAsync(string nothing, Func<Task<BulkOutcome>> work)
    {
        try
        {
            return await work();
        }
        catch (DomainRuleException rule) when (rule.Code == nothing)
        {
            return BulkOutcome.Unchanged;
        }
    }

    private static BulkOutcome OfOrder(Order order)
    {
        var outcome = new BulkOutcome { On = order.Data.StartsOn, Order = order.Number };
        return order.Lines[0].Detail switch
        {
            ChangeDetail change => outcome with { Before = change.Before, After = change.After, PriceBefore = change.MonthlyPriceBefore, PriceAfter = change.MonthlyPrice },
            MoveDetail move => outcome with { Before = move.From, After = move.To },
            TerminationDetail end => outcome with { InvoicedUntil = end.InvoicedUntil, CostAfter = end.CostAfter },
            _ => outcome,
        };
    }

    private static IReadOnlyList<T>? Some<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;
}
