using Connect.Application.Common.Ports;
using Connect.Domain.Common;
using Connect.Domain.Monitoring;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Monitoring;

/// <summary>
/// Makes hours and days of the measurements, for the days that a load has marked: also late ones, and once more when they are loaded again.
/// What it did not come to stays marked. Each write transaction is short, so that nobody waits for the lock.
/// </summary>
internal sealed class MonitoringRollUpJob(DbSession db, TimeProvider clock)
{
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(40);

    private static readonly Stmt SelectDue = Stmt.Top("SELECT SubscriptionSeq, At FROM MonitoringDue ORDER BY SubscriptionSeq, At");

    // First of all: a load that marks the day meanwhile waits, and marks it anew.
    private static readonly Stmt DeleteDue = "DELETE FROM MonitoringDue WHERE SubscriptionSeq = @SubscriptionSeq AND At = @At";

    /// <returns>How many days of services were made.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var (made, more) = (0, true);
        while (more)
        {
            cancellation.ThrowIfCancellationRequested();
            // Looked for without the lock: mostly there is nothing.
            if (await NextAsync(cancellation) is null) return made;
            (var done, more) = await db.RunAsync(() => SomeAsync(cancellation), cancellation);
            made += done;
            // Whoever waits for the lock gets it: a worker that took it again at once would keep them out for as long as there is work.
            if (more) await Task.Delay(Long, cancellation);
        }

        return made;
    }

    private async Task<(int Done, bool More)> SomeAsync(CancellationToken cancellation)
    {
        var (started, done) = (clock.GetTimestamp(), 0);
        while (await NextAsync(cancellation) is { } due)
        {
            await MakeAsync(due, cancellation);
            done++;
            if (clock.GetElapsedTime(started) > Long) return (done, true);
        }

        return (done, false);
    }

    private Task<DueDay?> NextAsync(CancellationToken cancellation) => db.FirstOrDefaultAsync<DueDay>(SelectDue, new { take = 1 }, cancellation);

    private async Task MakeAsync(DueDay due, CancellationToken cancellation)
    {
        if (await db.ExecuteAsync(DeleteDue, due, cancellation) == 0) return; // somebody else has made it
        var day = new { seq = due.SubscriptionSeq, from = due.At, to = StockholmTime.StartOf(StockholmTime.DayOf(due.At).AddDays(1)) };
        var samples = await db.ListAsync<MonitoringPoint>(MonitoringRows.Samples.Select, day, cancellation);
        var stored = await db.ListAsync<MonitoringPoint>(MonitoringRows.Hours.Select, day, cancellation);
        var hours = MonitoringRollUp.Better(MonitoringRollUp.Of(samples, MonitoringResolution.Hour), stored);
        await WriteAsync(MonitoringRows.Hours, due.SubscriptionSeq, hours, stored, cancellation);
        var parts = MonitoringRollUp.Richer(samples, [.. hours, .. stored.ExceptBy(hours.Select(hour => hour.At), hour => hour.At)]);
        stored = await db.ListAsync<MonitoringPoint>(MonitoringRows.Days.Select, day, cancellation);
        await WriteAsync(MonitoringRows.Days, due.SubscriptionSeq, MonitoringRollUp.Better(MonitoringRollUp.Of(parts, MonitoringResolution.Day), stored), stored, cancellation);
    }

    private async Task WriteAsync(MonitoringRows rows, long seq, IReadOnlyList<MonitoringPoint> made, IReadOnlyList<MonitoringPoint> stored, CancellationToken cancellation)
    {
        var known = stored.Select(point => point.At).ToHashSet();
        var (changed, added) = (made.Where(point => known.Contains(point.At)).ToList(), made.Where(point => !known.Contains(point.At)).ToList());
        if (added.Count > 0) await db.InsertManyAsync(rows.Table, rows.Columns, added.Select(point => rows.Values(seq, point)), cancellation);
        if (changed.Count > 0) await db.ExecuteAsync(rows.Update, changed.Select(point => MonitoringRows.Changed(seq, point)).ToList(), cancellation);
    }

    private sealed record DueDay
    {
        public long SubscriptionSeq { get; init; }
        public DateTimeOffset At { get; init; }
    }
}

/// <summary>The roll-up as work: asked for by each load that brought measurements. One waits at most.</summary>
internal sealed class MonitoringRollUpWork(MonitoringRollUpJob job) : IWorkHandler
{
    private const string KindName = "monitoring.roll-up";

    // There is one subject, so one item at a time is done.
    private static readonly Guid Subject = new("6d6f6e69-746f-7269-6e67-726f6c6c7570");

    public string Kind => KindName;

    public static async Task AskForAsync(IWorkQueue queue, CancellationToken cancellation)
    {
        if ((await queue.WaitingAsync(KindName, Subject, cancellation)).Count > 0) return;
        await queue.EnqueueAsync(new NewWork(KindName, Subject) { IdempotencyKey = $"{KindName}/{Guid.CreateVersion7()}" }, cancellation);
    }

    public Task RunAsync(DueWork work, CancellationToken cancellation) => job.RunAsync(cancellation);

    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) => Task.CompletedTask; // what is marked is made with the next load, or at night
}
