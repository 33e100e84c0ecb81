using Connect.Domain.Users;

namespace Connect.Application.Users;

/// <summary>What may be ordered: the products of the organisation's agreements, cut by the user's own limits.</summary>
public interface IProductOffer
{
    /// <summary>The user's own limits as they are now.</summary>
    Task<ProductLimits> LimitsOfAsync(Guid userId, CancellationToken cancellation);

    /// <summary>What an agreement of the reach's organisation offers on the day and the limits allow, by category and name. Hidden products are nowhere.</summary>
    Task<IReadOnlyList<OfferedProduct>> ListAsync(AccountReach reach, ProductLimits limits, DateOnly day, CancellationToken cancellation);
}

/// <summary>A product that may be ordered.</summary>
public sealed record OfferedProduct
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Category { get; init; }
}
