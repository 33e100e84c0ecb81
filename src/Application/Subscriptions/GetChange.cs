using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>What a service has and can have of data packages and price lists, and for a choice of them what it would cost and from when it could hold.</summary>
/// <param name="Choice">Null as long as none is made.</param>
/// <param name="StartsOn">The day that is thought of.</param>
[Requires(Right.ManageSubscriptions)]
public sealed record GetChange(Guid SubscriptionId, PlanChoice? Choice = null, DateOnly? StartsOn = null) : IQuery<ChangeTerms>
{
    internal sealed class Handler(ISubscriptionRepository subscriptions, IServicePlans plans, OrderDesk desk, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetChange, ChangeTerms>
    {
        public async Task<ChangeTerms> Handle(GetChange request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            var (data, now, catalogue) = (subscription.Data, await plans.OfAsync(subscription.OrganisationId, subscription.Id, cancellationToken), await plans.CatalogueAsync(cancellationToken));
            var isOpen = await desk.HasOpenAsync(subscription.Id, OrderType.Change, cancellationToken);
            var terms = new ChangeTerms
            {
                UserName = data.UserName, PhoneNumber = data.PhoneNumber, MonthlyPrice = data.MonthlyPrice, Now = now, Packages = catalogue.Packages,
                // Calls are nothing that a router makes: it gets no price list for them, but keeps one that it has.
                BasePriceLists = [.. catalogue.PriceLists.Where(list => list.IsBase && (now.Base is not null || data.Kind != SubscriptionKind.MobileBroadband))],
                ExtraPriceLists = [.. catalogue.PriceLists.Where(list => !list.IsBase)],
                BoundUntil = data.Terms.BoundUntil(clock.Today()),
                Obstacle = Subscription.WhyNotPlanned(data.Kind, data.Status) ?? (isOpen ? "ChangeOpen" : null),
            };
            return terms.Obstacle is null && request.Choice is { } choice ? terms with { Outcome = Outcome(subscription, now, catalogue.With(now, choice), request.StartsOn) } : terms;
        }

        private ChangeOutlook Outcome(Subscription subscription, ServicePlan now, ServicePlan wanted, DateOnly? startsOn)
        {
            Subscription.CheckPlan(now, wanted);
            // Without a day it is asked whether there is any: the service may end before the earliest.
            var earliest = subscription.EarliestChange(now, wanted, clock.Today());
            subscription.CheckPlanDay(now, wanted, new OrderStart("", user.Id, "", clock.GetUtcNow(), startsOn ?? earliest, null));
            return new ChangeOutlook(wanted, subscription.Data.MonthlyPrice, subscription.PriceWith(now, wanted), earliest, wanted.HasLessDataThan(now));
        }
    }
}

/// <summary>What a service has, and what it can have.</summary>
public sealed record ChangeTerms
{
    public required string UserName { get; init; }

    /// <summary>E.164.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Of the whole service.</summary>
    public required Money MonthlyPrice { get; init; }

    public required ServicePlan Now { get; init; }
    public required IReadOnlyList<DataPackage> Packages { get; init; }
    public required IReadOnlyList<PriceList> BasePriceLists { get; init; }
    public required IReadOnlyList<PriceList> ExtraPriceLists { get; init; }

    /// <summary>The last day of notice and commitment, were notice given today: less data can be had from the day after it.</summary>
    public required DateOnly BoundUntil { get; init; }

    /// <summary>The code of the error that a change would meet, or null.</summary>
    public string? Obstacle { get; init; }

    /// <summary>For the choice that was asked about.</summary>
    public ChangeOutlook? Outcome { get; init; }
}

/// <summary>What a change means.</summary>
/// <param name="PriceBefore">The whole monthly price now.</param>
/// <param name="PriceAfter">The whole monthly price then.</param>
/// <param name="Earliest">The first day on which it can be made.</param>
/// <param name="IsLower">Less data than now.</param>
public sealed record ChangeOutlook(ServicePlan Wanted, Money PriceBefore, Money PriceAfter, DateOnly Earliest, bool IsLower);
