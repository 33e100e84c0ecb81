using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Persistence.Subscriptions;

internal sealed class TopUps(DbSession db) : ITopUps
{
    // What has no limit can't be added to a package.
    private static readonly Stmt SelectOffered = """
        SELECT Id, ExternalId, Name, Bytes, MonthlyPrice FROM DataPackage WHERE IsTopUp = 1 AND Bytes > 0 ORDER BY Bytes, Name
        """;

    private static readonly Stmt SelectOfMonth = """
        SELECT t.Name, t.Bytes, t.DeliveredAt FROM TopUp t JOIN Subscription s ON s.Id = t.SubscriptionId
        WHERE t.SubscriptionId = @subscriptionId AND t.Month = @month AND s.OrganisationId = @organisationId ORDER BY t.Seq
        """;

    private static readonly Stmt Insert = """
        INSERT INTO TopUp (SubscriptionId, Month, Name, Bytes, OrderId, DeliveredAt) VALUES (@subscriptionId, @Month, @Name, @Bytes, @orderId, @at)
        """;

    public async Task<IReadOnlyList<DataPackage>> OfferedAsync(CancellationToken cancellation) =>
        [.. (await db.ListAsync<OfferedRow>(SelectOffered, null, cancellation)).Select(row => new DataPackage(row.Id, row.ExternalId, row.Name, row.Bytes, row.MonthlyPrice))];

    public async Task<IReadOnlyList<DeliveredTopUp>> OfMonthAsync(Guid organisationId, Guid subscriptionId, DateOnly month, CancellationToken cancellation) =>
        [.. (await db.ListAsync<Row>(SelectOfMonth, new { organisationId, subscriptionId, month }, cancellation)).Select(row => new DeliveredTopUp(row.Name, row.Bytes, row.DeliveredAt))];

    public Task AddAsync(Order order, TopUpDetail topUp, DateTimeOffset at, CancellationToken cancellation) =>
        db.ExecuteAsync(Insert, new { subscriptionId = order.Lines[0].SubscriptionId, topUp.Month, topUp.Package.Name, topUp.Bytes, orderId = order.Id, at }, cancellation);

    private sealed record OfferedRow
    {
        public Guid Id { get; init; }
        public string ExternalId { get; init; } = "";
        public string Name { get; init; } = "";
        public long Bytes { get; init; }
        public Money MonthlyPrice { get; init; }
    }

    private sealed record Row
    {
        public string Name { get; init; } = "";
        public long Bytes { get; init; }
        public DateTimeOffset DeliveredAt { get; init; }
    }
}
