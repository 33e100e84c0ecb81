using System.Text.Json.Serialization;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>
/// Ändra tjänst: another data package, another base price list or other price lists beside it, from a day on. Less data can be had when notice and
/// commitment have run out, as <see cref="GetChange"/> tells. What is left out stays as it is.
/// </summary>
/// <param name="ExtraPriceLists">All beside the base price list; empty for none.</param>
/// <param name="StartsOn">A Swedish day, from 00:00; today means as soon as the operator can.</param>
[Requires(Right.ManageSubscriptions)]
public sealed record ChangeSubscription(Guid SubscriptionId, Guid? DataPackage, Guid? PriceList, IReadOnlyList<Guid>? ExtraPriceLists, DateOnly? StartsOn, Guid RequestId)
    : ICommand<PlacedOrder>, IOnce
{
    private const int MostLists = 100;

    /// <summary>Of the whole service a month without VAT, as it was shown: at another price nothing is ordered. Null: whatever it costs now.</summary>
    [JsonIgnore]
    public Money? MonthlyPrice { get; init; }

    public sealed class Validator : AbstractValidator<ChangeSubscription>
    {
        public Validator()
        {
            RuleFor(c => c.StartsOn).NotNull();
            RuleFor(c => c.ExtraPriceLists).Must(lists => lists is null || lists.Count <= MostLists).WithErrorCode("PlanUnknown");
        }
    }

    internal sealed class Handler(ISubscriptionRepository subscriptions, IServicePlans plans, OrderDesk desk, ICurrentUser user, IAudit audit)
        : IRequestHandler<ChangeSubscription, PlacedOrder>
    {
        public async Task<PlacedOrder> Handle(ChangeSubscription request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            if (await desk.HasOpenAsync(subscription.Id, OrderType.Change, cancellationToken)) throw new ConflictException("ChangeOpen");
            var now = await plans.OfAsync(subscription.OrganisationId, subscription.Id, cancellationToken);
            var catalogue = await plans.CatalogueAsync(cancellationToken);
            var wanted = catalogue.With(now, new PlanChoice(request.DataPackage, request.PriceList, request.ExtraPriceLists));
            var order = subscription.Change(now, wanted, await desk.StartOnAsync(request.StartsOn!.Value, cancellationToken));
            if (request.MonthlyPrice is { } shown && shown != order.Lines[0].MonthlyPrice) throw new ConflictException("TermsChanged");
            await desk.PlaceAsync(order, cancellationToken);
            await subscriptions.SaveAsync(subscription, cancellationToken);

            audit.Subject(nameof(Subscription), subscription.Id);
            audit.Change(
                new { Plan = now.Names, subscription.Data.MonthlyPrice },
                new { Plan = wanted.Names, order.Lines[0].MonthlyPrice, request.StartsOn, Order = order.Number });
            return new PlacedOrder(order.Id, order.Number);
        }
    }
}
