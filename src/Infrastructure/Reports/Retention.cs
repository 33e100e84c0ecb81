using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports;

/// <summary>
/// Removes usage, the audit log and what log-ins leave behind after their retention time. Rows are looked up by reading and
/// removed a few hundred at a time, so that nobody waits for the write lock.
/// </summary>
internal sealed class Retention(DbSession db, TimeProvider clock, RetentionOptions options) : IRecurringWork
{
    private const int Chunk = 500;

    private static readonly Stmt SelectServices = "SELECT DISTINCT m.SubscriptionSeq FROM UsageMonth m WHERE m.Month < @month";

    private static readonly Stmt SelectUsage =
        Stmt.Top("SELECT u.Seq FROM UsageRecord u WHERE u.SubscriptionSeq = @service AND u.At < @before ORDER BY u.At, u.Seq");

    private static readonly Stmt DeleteUsage = "DELETE FROM UsageRecord WHERE Seq IN @rows";
    private static readonly Stmt DeleteMonths = "DELETE FROM UsageMonth WHERE SubscriptionSeq = @service AND Month < @month";
    private static readonly Stmt SelectAudit = Stmt.Top("SELECT a.Seq FROM AuditEntry a WHERE a.At < @before ORDER BY a.Seq");
    private static readonly Stmt DeleteAudit = "DELETE FROM AuditEntry WHERE Seq IN @rows";
    private static readonly Stmt SelectOldestRequest = Stmt.Top("SELECT p.At FROM ProcessedRequest p WHERE p.At < @before ORDER BY p.At");
    private static readonly Stmt DeleteRequests = "DELETE FROM ProcessedRequest WHERE At <= @until";
    private static readonly Stmt DeleteAttempts = "DELETE FROM LoginAttempt WHERE ExpiresAt < @before";
    private static readonly Stmt DeleteSessions = "DELETE FROM UserSession WHERE ExpiresAt < @before";
    private static readonly Stmt DeleteLinks = "DELETE FROM OneTimeLink WHERE ExpiresAt < @before";

    public string Name => "retention";
    public TimeOnly At => new(3, 20);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await RemoveUsageAsync(options.UsageFrom(clock.Today()), cancellation);
        await RemoveAsync(SelectAudit, DeleteAudit, new { before = now.AddMonths(-options.AuditMonths), take = Chunk }, cancellation);
        await RemoveRequestsAsync(now.AddDays(-options.RequestDays), cancellation);
        var before = now.AddDays(-options.LoginDays);
        await db.ExecuteAsync(DeleteAttempts, new { before }, cancellation);
        await db.ExecuteAsync(DeleteSessions, new { before }, cancellation);
        await db.ExecuteAsync(DeleteLinks, new { before }, cancellation);
    }

    // Whole months, so that the sums of a month never tell more than its rows.
    private async Task RemoveUsageAsync(DateOnly month, CancellationToken cancellation)
    {
        foreach (var service in await db.ListAsync<long>(SelectServices, new { month }, cancellation))
        {
            await RemoveAsync(SelectUsage, DeleteUsage, new { service, before = StockholmTime.StartOf(month), take = Chunk }, cancellation);
            await db.ExecuteAsync(DeleteMonths, new { service, month }, cancellation);
        }
    }

    private async Task RemoveAsync(Stmt select, Stmt delete, object parameters, CancellationToken cancellation)
    {
        IReadOnlyList<long> rows;
        do
        {
            rows = await db.ListAsync<long>(select, parameters, cancellation);
            if (rows.Count > 0) await db.ExecuteAsync(delete, new { rows }, cancellation);
        }
        while (rows.Count == Chunk);
    }

    // An hour of requests at a time: their key is too wide for a list of keys.
    private async Task RemoveRequestsAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        while (await db.FirstOrDefaultAsync<DateTimeOffset?>(SelectOldestRequest, new { before, take = 1 }, cancellation) is { } oldest)
        {
            var until = oldest.AddHours(1);
            await db.ExecuteAsync(DeleteRequests, new { until = until < before ? until : before }, cancellation);
        }
    }
}
