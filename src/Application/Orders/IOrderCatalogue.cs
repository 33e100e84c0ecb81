using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Application.Orders;

/// <summary>What new services are made of, and at which price.</summary>
public interface IOrderCatalogue
{
    /// <summary>
    /// What an agreement of the reach's organisation offers on the day, by category and name, at the agreement's price where it has one. Of several
    /// agreements that offer a product, the newest counts. Hidden products are nowhere.
    /// </summary>
    Task<IReadOnlyList<OrderableProduct>> ProductsAsync(AccountReach reach, DateOnly day, CancellationToken cancellation);

    /// <summary>Those for services of the kind, by name.</summary>
    Task<IReadOnlyList<AddOn>> AddOnsAsync(SubscriptionKind kind, CancellationToken cancellation);
}

/// <summary>A product that can be ordered.</summary>
public sealed record OrderableProduct
{
    public required Guid Id { get; init; }

    /// <summary>The operator's own id.</summary>
    public required string ExternalId { get; init; }

    public required string Name { get; init; }
    public string? Description { get; init; }
    public required Guid CategoryId { get; init; }
    public required string Category { get; init; }
    public required SubscriptionKind Kind { get; init; }

    /// <summary>Without VAT, and without what is chosen beside it.</summary>
    public required Money MonthlyPrice { get; init; }

    /// <summary>Once, without VAT.</summary>
    public required Money OneTimePrice { get; init; }

    /// <summary>Mbit/s; null where it is told with the order.</summary>
    public int? DownMbit { get; init; }

    /// <inheritdoc cref="DownMbit"/>
    public int? UpMbit { get; init; }

    public required Guid AgreementId { get; init; }

    /// <summary>Number of the agreement that offers it.</summary>
    public required string Agreement { get; init; }

    public required int NoticeMonths { get; init; }
    public required bool NoticeToMonthEnd { get; init; }

    /// <summary>0 for none.</summary>
    public required int CommitmentMonths { get; init; }

    /// <summary>True where the speed of the line is told with the order.</summary>
    public bool AsksSpeed => Kind is SubscriptionKind.Broadband or SubscriptionKind.Capacity && DownMbit is null;
}

/// <summary>A service on top of another.</summary>
/// <param name="ExternalId">The operator's own id.</param>
public sealed record AddOn(Guid Id, string ExternalId, string Name, string? Description, Money MonthlyPrice);
