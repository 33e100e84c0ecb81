using Connect.Application.Common.Ports;
using Connect.Domain.Monitoring;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Monitoring;

/// <summary>
/// Every night: makes the hours and days that are still due, then removes measurements after their time, a piece of one service at a time,
/// so that nobody waits for the write lock.
/// </summary>
internal sealed class MonitoringCare(DbSession db, MonitoringRollUpJob rollUp, TimeProvider clock) : IRecurringWork
{
    private static readonly Stmt SelectServices = "SELECT Seq FROM Subscription WHERE Kind IN (1, 2) ORDER BY Seq";
    private static readonly Stmt DeleteStates = "DELETE FROM MonitoringState WHERE SampledAt < @before";

    public string Name => "monitoring";
    public TimeOnly At => new(3, 30);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await rollUp.RunAsync(cancellation);
        var now = clock.GetUtcNow();
        foreach (var seq in await db.ListAsync<long>(SelectServices, null, cancellation))
            foreach (var rows in MonitoringRows.All) await RemoveAsync(rows, seq, rows.Resolution.KeptFrom(now), cancellation);
        await db.ExecuteAsync(DeleteStates, new { before = MonitoringResolution.Day.KeptFrom(now) }, cancellation);
    }

    private async Task RemoveAsync(MonitoringRows rows, long seq, DateTimeOffset before, CancellationToken cancellation)
    {
        while (await db.FirstOrDefaultAsync<DateTimeOffset?>(rows.SelectOldest, new { seq, before, take = 1 }, cancellation) is { } oldest)
        {
            var until = oldest + rows.AtOnce;
            await db.ExecuteAsync(rows.Delete, new { seq, until = until < before ? until : before }, cancellation);
        }
    }
}
