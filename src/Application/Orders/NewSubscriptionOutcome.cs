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
        var (wanted, now) = ((NewSubscriptionDetail)order.Lines[0].Detail, clock.GetUtcNow());
        var told = Read(wanted, card.Service);
        await services.SettleAsync(order, cancellation);
        if (await services.AdoptAsync(order, told.Subscription!, cancellation) is { } loaded)
        {
            await AdoptedAsync(order, wanted, loaded, card, cancellation);
            return;
        }

        var subscription = await subscriptions.OrderedAsync(order, cancellation);
        var newCard = wanted.Sim is { } wish ? await cards.ReadAsync(order.Data.OrganisationId, wish, card, cancellation) : null;
        subscription.Delivered(order, wanted, told, newCard, now);
        if (newCard is not null) await cards.SaveAsync(newCard, cancellation);
        var barred = new BarringChange(wanted.BarringSet.Kinds, []);
        subscription.BarringsTaken(new BarringSet([]), barred, now);
        await subscriptions.SaveAsync(subscription, cancellation);
        await barrings.ApplyAsync(order.Data.OrganisationId, subscription.Id, barred, now, cancellation);
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

    // What the operator has loaded of it stands: its card too, unless none was loaded.
    private async Task AdoptedAsync(Order order, NewSubscriptionDetail wanted, Guid id, DeliveredSim told, CancellationToken cancellation)
    {
        var service = (await subscriptions.FindForOperatorAsync(order.Data.OrganisationId, id, cancellation))!;
        service.DeliveredAsLoaded(order, wanted, clock.GetUtcNow());
        var active = (await barrings.ListAsync(order.Data.OrganisationId, id, cancellation)).Select(barring => barring.Kind);
        service.BarringsTaken(new BarringSet([]), new BarringChange([.. wanted.BarringSet.Kinds.Intersect(active)], []), clock.GetUtcNow());
        await subscriptions.SaveAsync(service, cancellation);
        if (wanted.Sim is not { } wish) return;
        var hasCard = await cards.FindActiveAsync(order.Data.OrganisationId, id, cancellation) is not null;
        var card = hasCard ? await cards.FindAsync(wish.Icc, cancellation) : await cards.ReadAsync(order.Data.OrganisationId, wish, told, cancellation);
        if (hasCard) card?.Release();
        else card?.Activate(id);
        if (card is not null) await cards.SaveAsync(card, cancellation);
    }

    // What the operator gives has to be told: a number, and by what id it knows the service from now on.
    private static DeliveredService Read(NewSubscriptionDetail wanted, DeliveredService told) => told with
    {
        Subscription = told.Subscription ?? throw new InvalidInputException(nameof(told.Subscription), "NotEmptyValidator"),
        PhoneNumber = NumberOf(told.PhoneNumber, wanted.Number is { Ported: null }, nameof(told.PhoneNumber)),
        FixedNumber = NumberOf(told.FixedNumber, wanted.FixedNumber is { Ported: null }, nameof(told.FixedNumber)),
    };

    private static string? NumberOf(string? told, bool isNeeded, string field) =>
        PhoneNumber.E164Of(told) ?? (isNeeded ? throw new InvalidInputException(field, "NotEmptyValidator") : null);
}
