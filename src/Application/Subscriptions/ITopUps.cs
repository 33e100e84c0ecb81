using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>Data bought beside the packages: what can be bought, and what services have. The caller has found the service within the reach.</summary>
public interface ITopUps
{
    /// <summary>Those of limited size; the smallest first.</summary>
    Task<IReadOnlyList<DataPackage>> OfferedAsync(CancellationToken cancellation);

    /// <summary>What a service has got for a month, in the order in which it was delivered.</summary>
    /// <param name="month">Its first day.</param>
    Task<IReadOnlyList<DeliveredTopUp>> OfMonthAsync(Guid organisationId, Guid subscriptionId, DateOnly month, CancellationToken cancellation);

    /// <summary>Writes what an order has brought.</summary>
    Task AddAsync(Order order, TopUpDetail topUp, DateTimeOffset at, CancellationToken cancellation);
}

/// <summary>Data that a service has beside its package in a month.</summary>
public sealed record DeliveredTopUp(string Name, long Bytes, DateTimeOffset DeliveredAt);
