using Connect.Application.Monitoring;
using Connect.Domain.Common;
using Connect.Domain.Monitoring;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Monitoring;

internal sealed class MonitoringQueries(DbSession db) : IMonitoring
{
    // Broadband and capacity alone are monitored, whatever was loaded. The last move from an account outside the reach hides what was before it.
    private static readonly Stmt SelectService = """
        SELECT s.Seq, s.UserName, m.IsUp, m.Since, m.SampledAt,
            (SELECT MAX(v.MovedOn) FROM SubscriptionMove v WHERE v.SubscriptionId = s.Id
                AND NOT EXISTS (SELECT 1 FROM AccountTree f WHERE f.AncestorId = @reachId AND f.DescendantId = v.FromAccountId)) AS MovedOn
        FROM Subscription s
        LEFT JOIN MonitoringState m ON m.SubscriptionSeq = s.Seq AND s.Kind IN (1, 2)
        WHERE s.Id = @id AND s.OrganisationId = @organisationId AND s.IsHidden = 0
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        """;

    public async Task<MonitoredService?> FindAsync(AccountReach reach, Guid subscriptionId, CancellationToken cancellation)
    {
        var row = await db.FirstOrDefaultAsync<ServiceRow>(SelectService, new { id = subscriptionId, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellation);
        return row is null ? null : new MonitoredService
        {
            Seq = row.Seq,
            UserName = row.UserName,
            State = row is { IsUp: { } isUp, Since: { } since, SampledAt: { } sampledAt } ? new(isUp, since, sampledAt) : null,
            SeenFrom = row.MovedOn is { } day ? StockholmTime.StartOf(day) : null,
        };
    }

    public Task<IReadOnlyList<MonitoringPoint>> ListAsync(MonitoredService service, MonitoringWindow window, CancellationToken cancellation)
    {
        var seen = window.NotBefore(service.SeenFrom);
        return db.ListAsync<MonitoringPoint>(MonitoringRows.Of(seen.Resolution).Select, new { seq = service.Seq, from = seen.From, to = seen.To }, cancellation);
    }

    private sealed record ServiceRow
    {
        public long Seq { get; init; }
        public string UserName { get; init; } = "";
        public bool? IsUp { get; init; }
        public DateTimeOffset? Since { get; init; }
        public DateTimeOffset? SampledAt { get; init; }
        public DateOnly? MovedOn { get; init; }
    }
}
