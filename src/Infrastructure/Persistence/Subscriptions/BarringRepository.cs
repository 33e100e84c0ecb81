using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Persistence.Subscriptions;

internal sealed class BarringRepository(DbSession db) : IBarrings
{
    private static readonly Stmt SelectActive = """
        SELECT b.Kind, b.Since FROM Barring b JOIN Subscription s ON s.Id = b.SubscriptionId
        WHERE b.SubscriptionId = @subscriptionId AND s.OrganisationId = @organisationId ORDER BY b.Kind
        """;

    private static readonly Stmt Insert = """
        INSERT INTO Barring (SubscriptionId, Kind, Since)
        SELECT s.Id, @kind, @at FROM Subscription s
        WHERE s.Id = @subscriptionId AND s.OrganisationId = @organisationId
          AND NOT EXISTS (SELECT 1 FROM Barring b WHERE b.SubscriptionId = @subscriptionId AND b.Kind = @kind)
        """;

    private static readonly Stmt Delete = """
        DELETE FROM Barring WHERE SubscriptionId = @subscriptionId AND Kind = @kind
        AND EXISTS (SELECT 1 FROM Subscription s WHERE s.Id = @subscriptionId AND s.OrganisationId = @organisationId)
        """;

    public async Task<IReadOnlyList<ActiveBarring>> ListAsync(Guid organisationId, Guid subscriptionId, CancellationToken cancellation) =>
        [.. (await db.ListAsync<Row>(SelectActive, new { organisationId, subscriptionId }, cancellation)).Select(row => new ActiveBarring(row.Kind, row.Since))];

    public async Task ApplyAsync(Guid organisationId, Guid subscriptionId, BarringChange change, DateTimeOffset at, CancellationToken cancellation)
    {
        foreach (var kind in change.Added) await db.ExecuteAsync(Insert, new { organisationId, subscriptionId, kind, at }, cancellation);
        foreach (var kind in change.Removed) await db.ExecuteAsync(Delete, new { organisationId, subscriptionId, kind }, cancellation);
    }

    private sealed record Row { public BarringKind Kind { get; init; } public DateTimeOffset Since { get; init; } }
}
