using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Application.Subscriptions;

/// <summary>What the form for another SIM card offers: where a card can be posted, and whether it can be ordered at all.</summary>
[Requires(Right.ManageSubscriptions)]
public sealed record GetSimReplacementForm(Guid SubscriptionId) : IQuery<SimReplacementForm>;

public sealed record SimReplacementForm
{
    public required Guid SubscriptionId { get; init; }
    public required string UserName { get; init; }

    /// <summary>E.164.</summary>
    public string? PhoneNumber { get; init; }

    public required SubscriptionKind Kind { get; init; }
    public required SubscriptionStatus Status { get; init; }

    /// <summary>Of the card in use.</summary>
    public string? Icc { get; init; }

    /// <summary>The replacement that is under way; then there is no other.</summary>
    public string? OpenOrderNumber { get; init; }

    public IReadOnlyList<KnownAddress> Addresses { get; init; } = [];

    /// <summary>The code of the error that ordering would end in, or null.</summary>
    public string? Obstacle => OpenOrderNumber is not null ? "SimReplacementOpen"
        : !Kind.HasSim() ? "SimNotForThisService"
        : !Status.IsInUse() ? "SimServiceNotActive" : null;
}

/// <summary>An address that the customer has given before.</summary>
/// <param name="Key"><c>account</c>, <c>invoice</c> or <c>installation</c>.</param>
public sealed record KnownAddress(string Key, DeliveryAddress Address);
