using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>
/// Fyll på data: data beside the package of a mobile service, for the rest of the current Swedish month. It counts for the month in which it is
/// ordered, also when the operator delivers it in the next. The price is the catalogue's.
/// </summary>
/// <param name="DataPackage">One of those that <see cref="GetTopUp"/> tells.</param>
/// <param name="Month">The first day of the month that was shown; when another has begun since, nothing is ordered. Null: the month that it is.</param>
[Requires(Right.ManageSubscriptions)]
public sealed record TopUpData(Guid SubscriptionId, Guid? DataPackage, DateOnly? Month, Guid RequestId) : ICommand<PlacedOrder>, IOnce
{
    public sealed class Validator : AbstractValidator<TopUpData>
    {
        public Validator() => RuleFor(c => c.DataPackage).NotNull().WithErrorCode("TopUpNone");
    }

    internal sealed class Handler(ISubscriptionRepository subscriptions, TopUpDesk topUps, OrderDesk desk, ICurrentUser user, IAudit audit) : IRequestHandler<TopUpData, PlacedOrder>
    {
        public async Task<PlacedOrder> Handle(TopUpData request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            var chosen = await topUps.FindAsync(request.DataPackage!.Value, cancellationToken);
            var start = await desk.StartOnAsync(topUps.Today, cancellationToken);
            if (request.Month is { } shown && shown != StockholmTime.MonthOf(start.StartsOn)) throw new DomainRuleException("TopUpMonthOver");
            var order = subscription.TopUp(await topUps.PackageOfAsync(subscription, cancellationToken), chosen, start);
            await desk.PlaceAsync(order, cancellationToken);
            await subscriptions.SaveAsync(subscription, cancellationToken);

            audit.Subject(nameof(Subscription), subscription.Id);
            audit.Change(null, new { TopUp = chosen.Name, order.Lines[0].OneTimePrice, Month = StockholmTime.MonthOf(start.StartsOn), Order = order.Number });
            return new PlacedOrder(order.Id, order.Number);
        }
    }
}

/// <summary>What top-ups are chosen from, and when it is.</summary>
internal sealed class TopUpDesk(ITopUps topUps, IServicePlans plans, TimeProvider clock)
{
    public DateOnly Today => clock.Today();

    /// <exception cref="InvalidInputException">It is not offered.</exception>
    public async Task<DataPackage> FindAsync(Guid id, CancellationToken cancellation) =>
        (await topUps.OfferedAsync(cancellation)).FirstOrDefault(offered => offered.Id == id) ?? throw new InvalidInputException(nameof(TopUpData.DataPackage), "PlanUnknown");

    /// <summary>The data package of the service; null for none.</summary>
    public async Task<DataPackage?> PackageOfAsync(Subscription subscription, CancellationToken cancellation) =>
        (await plans.OfAsync(subscription.OrganisationId, subscription.Id, cancellation)).Package;

    public Task<IReadOnlyList<DataPackage>> OfferedAsync(CancellationToken cancellation) => topUps.OfferedAsync(cancellation);

    /// <summary>What the service has got for the month that it is.</summary>
    public Task<IReadOnlyList<DeliveredTopUp>> OfThisMonthAsync(Subscription subscription, CancellationToken cancellation) =>
        topUps.OfMonthAsync(subscription.OrganisationId, subscription.Id, StockholmTime.MonthOf(Today), cancellation);
}
