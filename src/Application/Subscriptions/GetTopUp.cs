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

/// <summary>What data can be bought for a service in the month that it is, what that costs, and until when it can be used.</summary>
[Requires(Right.ManageSubscriptions)]
public sealed record GetTopUp(Guid SubscriptionId) : IQuery<TopUpTerms>
{
    internal sealed class Handler(ISubscriptionRepository subscriptions, TopUpDesk topUps, IOrderRepository orders, ICurrentUser user) : IRequestHandler<GetTopUp, TopUpTerms>
    {
        public async Task<TopUpTerms> Handle(GetTopUp request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            var (data, today) = (subscription.Data, topUps.Today);
            var (package, offered) = (await topUps.PackageOfAsync(subscription, cancellationToken), await topUps.OfferedAsync(cancellationToken));
            var open = await orders.OpenOfServiceAsync(subscription.OrganisationId, subscription.Id, cancellationToken);
            return new TopUpTerms
            {
                UserName = data.UserName, PhoneNumber = data.PhoneNumber, Month = StockholmTime.MonthOf(today), LastDay = subscription.LastDayOfTopUp(today),
                Ends = data.EndsOn, Package = package, Offered = offered, Delivered = await topUps.OfThisMonthAsync(subscription, cancellationToken),
                UnderWay = [.. open.Where(order => order.Lines[0].Detail is TopUpDetail).Select(order => new TopUpUnderWay(order.Number, ((TopUpDetail)order.Lines[0].Detail).Package.Name))],
                Obstacle = Subscription.WhyNotToppedUp(data.Kind, data.Status, package is not null, package?.Bytes)
                    ?? (subscription.EndsBeforeTopUp(today) ? "TopUpServiceEnds" : offered.Count == 0 ? "TopUpNoneOffered" : null),
            };
        }
    }
}

/// <summary>What a service has of data in the month, and what can be bought beside it.</summary>
public sealed record TopUpTerms
{
    public required string UserName { get; init; }

    /// <summary>E.164.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Its first day; what is bought counts for this month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The last day on which it can be used: that of the month, or of the service.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The day on which the service ends at 00:00; null when no end is set.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>The data package; null where there is none.</summary>
    public DataPackage? Package { get; init; }

    /// <summary>What can be bought; the price is once, without VAT. The smallest first.</summary>
    public required IReadOnlyList<DataPackage> Offered { get; init; }

    /// <summary>What was bought for the month and delivered.</summary>
    public required IReadOnlyList<DeliveredTopUp> Delivered { get; init; }

    /// <summary>What is ordered and not delivered yet.</summary>
    public required IReadOnlyList<TopUpUnderWay> UnderWay { get; init; }

    /// <summary>The code of the error that a top-up would meet, or null.</summary>
    public string? Obstacle { get; init; }
}

/// <summary>A top-up that is ordered.</summary>
public sealed record TopUpUnderWay(string OrderNumber, string Name);
