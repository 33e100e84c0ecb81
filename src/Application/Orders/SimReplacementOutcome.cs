using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Orders;

/// <summary>What the end of a SIM replacement means for the service and its SIM cards.</summary>
internal sealed class SimReplacementOutcome(ISubscriptionRepository subscriptions, DeliveredCards cards, NumberGuard guard, TimeProvider clock) : IOrderOutcome
{
    public OrderType Type => OrderType.SimReplacement;

    /// <summary>The new card works, the old one never will again.</summary>
    /// <param name="card">What the operator tells of the new card; the customer's own is known already.</param>
    public async Task DeliveredAsync(Order order, DeliveredSim card, CancellationToken cancellation)
    {
        foreach (var line in order.Lines.Where(line => line.Detail is SimReplacementDetail))
        {
            var subscription = await FindAsync(order, line, cancellation);
            var newCard = await cards.ReadAsync(order.Data.OrganisationId, line.Detail.NewCard!, card, cancellation);
            var oldCard = await cards.FindActiveAsync(order.Data.OrganisationId, subscription.Id, cancellation);
            if (oldCard?.Id == newCard.Id) oldCard = null;
            subscription.SimReplaced(order, newCard, oldCard, clock.GetUtcNow());
            if (oldCard is not null) await cards.SaveAsync(oldCard, cancellation); // first: a service has one active card
            await cards.SaveAsync(newCard, cancellation);
            await subscriptions.SaveAsync(subscription, cancellation);
            await guard.DoneAsync(subscription.Data.PhoneNumber, cancellation);
        }
    }

    /// <summary>The order was rejected or cancelled; a card reserved for it is in stock again.</summary>
    /// <param name="actor">Who called it off.</param>
    public async Task EndedAsync(Order order, string actor, CancellationToken cancellation)
    {
        foreach (var line in order.Lines.Where(line => line.Detail is SimReplacementDetail))
        {
            var subscription = await FindAsync(order, line, cancellation);
            var reserved = await cards.FindAsync(line.Detail.NewCard!.Icc, cancellation);
            subscription.SimReplacementEnded(order, reserved, actor, clock.GetUtcNow());
            if (reserved is not null) await cards.SaveAsync(reserved, cancellation);
            await subscriptions.SaveAsync(subscription, cancellation);
        }
    }

    private async Task<Subscription> FindAsync(Order order, OrderLine line, CancellationToken cancellation) =>
        await subscriptions.FindForOperatorAsync(order.Data.OrganisationId, line.SubscriptionId!.Value, cancellation) ?? throw new NotFoundException();
}

/// <summary>What the operator tells of a card that it delivered, and of a new service that the card came with. PIN and PUK are encrypted before they are kept.</summary>
public sealed record DeliveredSim(string? Icc, string? Imsi, string? Pin, string? Puk)
{
    /// <summary>Nothing that is not known already: the customer's own card, or an order of another type.</summary>
    public static readonly DeliveredSim Known = new(null, null, null, null);

    public DeliveredService Service { get; init; } = new(null, null, null);
}
