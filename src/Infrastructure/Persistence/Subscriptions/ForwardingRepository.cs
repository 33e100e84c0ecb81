using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Persistence.Subscriptions;

internal sealed class ForwardingRepository(DbSession db) : ICallForwardings
{
    private static readonly Stmt SelectActive = """
        SELECT f.Kind, f.Target, f.RingSeconds, f.Since FROM CallForwarding f JOIN Subscription s ON s.Id = f.SubscriptionId
        WHERE f.SubscriptionId = @subscriptionId AND s.OrganisationId = @organisationId ORDER BY f.Kind
        """;

    // The same setting again keeps its day.
    private static readonly Stmt Update = """
        UPDATE CallForwarding
        SET Since = CASE WHEN Target = @Target AND COALESCE(RingSeconds, 0) = COALESCE(@RingSeconds, 0) THEN Since ELSE @at END, Target = @Target, RingSeconds = @RingSeconds
        WHERE SubscriptionId = @subscriptionId AND Kind = @Kind
        AND EXISTS (SELECT 1 FROM Subscription s WHERE s.Id = @subscriptionId AND s.OrganisationId = @organisationId)
        """;

    private static readonly Stmt Insert = """
        INSERT INTO CallForwarding (SubscriptionId, Kind, Target, RingSeconds, Since)
        SELECT s.Id, @Kind, @Target, @RingSeconds, @at FROM Subscription s WHERE s.Id = @subscriptionId AND s.OrganisationId = @organisationId
        """;

    private static readonly Stmt Delete = """
        DELETE FROM CallForwarding WHERE SubscriptionId = @subscriptionId AND Kind = @kind
        AND EXISTS (SELECT 1 FROM Subscription s WHERE s.Id = @subscriptionId AND s.OrganisationId = @organisationId)
        """;

    public async Task<IReadOnlyList<ActiveForwarding>> ListAsync(Guid organisationId, Guid subscriptionId, CancellationToken cancellation) =>
        [.. (await db.ListAsync<Row>(SelectActive, new { organisationId, subscriptionId }, cancellation)).Select(row => new ActiveForwarding(new(row.Kind, row.Target, row.RingSeconds), row.Since))];

    public async Task ApplyAsync(Guid organisationId, Guid subscriptionId, ForwardingChange change, DateTimeOffset at, CancellationToken cancellation)
    {
        foreach (var set in change.Set)
        {
            var values = new { organisationId, subscriptionId, set.Kind, set.Target, set.RingSeconds, at };
            if (await db.ExecuteAsync(Update, values, cancellation) == 0) await db.ExecuteAsync(Insert, values, cancellation);
        }

        foreach (var kind in change.Removed) await db.ExecuteAsync(Delete, new { organisationId, subscriptionId, kind }, cancellation);
    }

    private sealed record Row { public CallForwardingKind Kind { get; init; } public string Target { get; init; } = ""; public int? RingSeconds { get; init; } public DateTimeOffset Since { get; init; } }
}
