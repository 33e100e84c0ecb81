using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Orders;

/// <summary>What the end of an order of a new service means: the service works, with all that was ordered, or it never was.</summary>
internal sealed class NewSubscriptionOutcome(ISubscriptionRepository subscriptions, INewServices services, DeliveredCards cards, IBarrings barrings, TimeProvider clock) : IOrderOutcome
{
    public OrderType Type => OrderType.NewSubscription;

    public async Task DeliveredAsync(Order order, DeliveredSim card, CancellationToken cancellation)
    {
        var subscription = await subscriptions.OrderedAsync(order, cancellation);
        var (wanted, now) = ((NewSubscriptionDetail)order.Lines[0].Detail, clock.GetUtcNow());
        var newCard = wanted.Sim is { } wish ? await cards.ReadAsync(order.Data.OrganisationId, wish, card, cancellation) : null;
        subscription.Delivered(order, wanted, Read(wanted, card.Service), newCard, now);
        if (newCard is not null) await cards.SaveAsync(newCard, cancellation);
        await subscriptions.SaveAsync(subscription, cancellation);
        await services.SettleAsync(order, cancellation);
        await barrings.ApplyAsync(order.Data.OrganisationId, subscription.Id, new BarringChange(wanted.BarringSet.Kinds, []), now, cancellation);
    }

    public async Task EndedAsync(Order order, string actor, CancellationToken cancellation)
    {
        var subscription = await subscriptions.OrderedAsync(order, cancellation);
        var wanted = (NewSubscriptionDetail)order.Lines[0].Detail;
        var reserved = await cards.FindAsync(wanted.Sim?.Icc, cancellation);
        subscription.NeverDelivered(order, reserved, actor, clock.GetUtcNow());
        if (reserved is not null) await cards.SaveAsync(reserved, cancellation);
        await subscriptions.SaveAsync(subscription, cancellation);
        await services.WithdrawAsync(subscription, order, cancellation);
    }

    // A number that the operator gives has to be told.
    private static DeliveredService Read(NewSubscriptionDetail wanted, DeliveredService told) => told with
    {
        PhoneNumber = NumberOf(told.PhoneNumber, wanted.Number is { Ported: null }, nameof(told.PhoneNumber)),
        FixedNumber = NumberOf(told.FixedNumber, wanted.FixedNumber is { Ported: null }, nameof(told.FixedNumber)),
    };

    private static string? NumberOf(string? told, bool isNeeded, string field) =>
        PhoneNumber.E164Of(told) ?? (isNeeded ? throw new InvalidInputException(field, "NotEmptyValidator") : null);
}
