using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>The cost cap of a service, what is charged this month, and whether it bars.</summary>
[Requires(Right.ViewSubscriptions)]
public sealed record GetCostCap(Guid SubscriptionId) : IQuery<CostCapView>
{
    internal sealed class Handler(ISubscriptionRepository subscriptions, ICostCaps caps, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetCostCap, CostCapView>
    {
        public async Task<CostCapView> Handle(GetCostCap request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            var (data, month, cap) = (subscription.Data, StockholmTime.MonthOf(clock.Today()), await caps.FindAsync(subscription.Id, cancellationToken));
            return new CostCapView
            {
                UserName = data.UserName, PhoneNumber = data.PhoneNumber, Month = month, Amount = cap?.Amount, IsBarring = cap?.BarsIn is not null, Bars = cap?.Bars ?? [],
                Charged = await caps.ChargedAsync(user.Reach, subscription.Id, month, cancellationToken), Obstacle = MobileNetwork.Obstacle(data.Kind, data.Status),
            };
        }
    }
}

/// <summary>How the cost cap of a service stands.</summary>
public sealed record CostCapView
{
    public required string UserName { get; init; }

    /// <summary>E.164.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Of a month, without VAT; null where there is none.</summary>
    public Money? Amount { get; init; }

    /// <summary>In the month, on accounts within the reach.</summary>
    public required Money Charged { get; init; }

    /// <summary>It was reached this month.</summary>
    public required bool IsBarring { get; init; }

    /// <summary>What it has barred.</summary>
    public required IReadOnlyList<BarringKind> Bars { get; init; }

    /// <summary>The code of the error that setting one would meet, or null.</summary>
    public string? Obstacle { get; init; }
}
