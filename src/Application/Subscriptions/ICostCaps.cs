using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Application.Subscriptions;

/// <summary>Amounts at which services are barred from premium and roaming. The caller has found the service.</summary>
public interface ICostCaps
{
    /// <summary>Null where there is none.</summary>
    Task<CostCap?> FindAsync(Guid subscriptionId, CancellationToken cancellation);

    /// <summary>Charges of the month on accounts within the reach.</summary>
    /// <param name="month">Its first day.</param>
    Task<Money> ChargedAsync(AccountReach reach, Guid subscriptionId, DateOnly month, CancellationToken cancellation);

    /// <summary>All charges of the month, whatever the account.</summary>
    Task<Money> TotalAsync(Guid subscriptionId, DateOnly month, CancellationToken cancellation);

    /// <summary>Writes it, also a new one.</summary>
    /// <exception cref="Common.Errors.ConflictException">Somebody else changed it since it was loaded.</exception>
    Task SaveAsync(CostCap cap, CancellationToken cancellation);

    Task RemoveAsync(Guid subscriptionId, CancellationToken cancellation);

    /// <summary>Services in use whose charges of the month have come to the amount, and that are not barred for it this month.</summary>
    Task<IReadOnlyList<CappedService>> ReachedAsync(DateOnly month, int take, CancellationToken cancellation);

    /// <summary>Those that are barred since a month before.</summary>
    Task<IReadOnlyList<CappedService>> OverAsync(DateOnly month, int take, CancellationToken cancellation);

    /// <summary>Who set it, when the user is active, reaches the service and may see it still; else null.</summary>
    Task<CostCapReader?> ReaderAsync(CostCap cap, CancellationToken cancellation);
}

/// <summary>A service with a cap.</summary>
public sealed record CappedService
{
    public required Guid OrganisationId { get; init; }
    public required Guid SubscriptionId { get; init; }
}

/// <summary>Who is told.</summary>
public sealed record CostCapReader
{
    public required string Name { get; init; }
    public required string Email { get; init; }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }
}
