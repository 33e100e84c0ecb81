using Connect.Application.Common.Ports;
using Connect.Domain.Common;

namespace Connect.Application.Subscriptions;

/// <summary>Puts rounds of data warnings and cost caps aside after usage was loaded or somebody asked for them, in the running transaction. One that waits serves all.</summary>
public sealed class UsageRounds(IWorkQueue work, TimeProvider clock)
{
    internal const string Warnings = "usage.warnings", Caps = "usage.cost-caps";

    /// <summary>So long that the chunks of a load share rounds.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    public Task WarningsSoonAsync(CancellationToken cancellation) => SoonAsync(Warnings, cancellation);

    /// <summary>The same for cost caps.</summary>
    public Task CapsSoonAsync(CancellationToken cancellation) => SoonAsync(Caps, cancellation);

    /// <param name="months">Those that were changed, by their first days: only use of the month that it is can be warned of.</param>
    public async Task UsageChangedAsync(IEnumerable<DateOnly> months, CancellationToken cancellation)
    {
        if (!months.Contains(StockholmTime.MonthOf(clock.Today()))) return;
        await WarningsSoonAsync(cancellation);
        await CapsSoonAsync(cancellation);
    }

    private async Task SoonAsync(string kind, CancellationToken cancellation)
    {
        var subject = SubjectOf(clock.Today());
        if ((await work.WaitingAsync(kind, subject, cancellation)).Count > 0) return;
        await work.EnqueueAsync(new NewWork(kind, subject) { DueAt = clock.GetUtcNow() + Wait, IdempotencyKey = $"{kind}/{Guid.CreateVersion7():N}" }, cancellation);
    }

    // One a day, so that rounds follow upon each other and the queue need not look through those of long ago.
    private static Guid SubjectOf(DateOnly day) => new(day.DayNumber, 0x6461, 0x7461, new byte[8]);
}
