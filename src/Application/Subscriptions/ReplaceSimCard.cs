using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>Gives a mobile service another SIM card; the old one stops working when the new one is active.</summary>
/// <param name="Way">By post (<see cref="Address"/>), as eSIM by mail (<see cref="Email"/>), or a card the customer has (<see cref="Icc"/>).</param>
[Requires(Right.ManageSubscriptions)]
public sealed record ReplaceSimCard(Guid SubscriptionId, SimDeliveryWay Way, Guid RequestId) : ICommand<PlacedOrder>, IOnce
{
    public DeliveryAddress? Address { get; init; }
    public string? Email { get; init; }
    public string? Icc { get; init; }

    public sealed class Validator : AbstractValidator<ReplaceSimCard>
    {
        public Validator()
        {
            RuleFor(c => c.Way).IsInEnum();
            this.Card(c => c.Way, c => c.Address, c => c.Email, c => c.Icc);
        }
    }

    internal sealed class Handler(ISubscriptionRepository subscriptions, SimDesk cards, OrderDesk desk, ICurrentUser user, IAudit audit)
        : IRequestHandler<ReplaceSimCard, PlacedOrder>
    {
        public async Task<PlacedOrder> Handle(ReplaceSimCard request, CancellationToken cancellationToken)
        {
            // Reach is part of the look-up: what lies outside it does not exist for this user.
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            if (await desk.HasOpenAsync(subscription.Id, OrderType.SimReplacement, cancellationToken)) throw new ConflictException("SimReplacementOpen");
            var ownCard = request.Way == SimDeliveryWay.OwnCard ? await cards.FindAsync(request.Icc, cancellationToken) : null;
            var start = await desk.StartAsync(request.Way == SimDeliveryWay.Post ? CardWish.PostWorkdays : 0, cancellationToken);
            var order = subscription.ReplaceSim(DetailOf(request, ownCard), ownCard, start); // the rules live in Subscription
            await desk.PlaceAsync(order, cancellationToken);
            await subscriptions.SaveAsync(subscription, cancellationToken);
            var icc = await cards.OrderedAsync(subscription, ownCard, cancellationToken);

            audit.Subject(nameof(Subscription), subscription.Id);
            audit.Change(new { Icc = icc }, new { Order = order.Number, request.Way, ownCard?.Icc });
            return new PlacedOrder(order.Id, order.Number);
        }

        // Only what belongs to the way goes along; what was typed for another is left.
        private SimReplacementDetail DetailOf(ReplaceSimCard request, SimCard? ownCard) => new(
            request.Way,
            request.Way == SimDeliveryWay.Post ? SimCardRules.Written(request.Address!) : null,
            request.Way == SimDeliveryWay.ESim ? request.Email!.Trim() : null,
            ownCard?.Icc,
            user.Identity!.Language);
    }
}
