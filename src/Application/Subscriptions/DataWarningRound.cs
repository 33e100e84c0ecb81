using Connect.Application.Common.Ports;
using Connect.Application.Messages;
using Connect.Domain.Common;

namespace Connect.Application.Subscriptions;

/// <summary>Puts a round of warnings aside after usage was loaded or somebody asked for them, in the running transaction. One that waits serves all.</summary>
public sealed class DataWarningRound(IWorkQueue work, TimeProvider clock)
{
    internal const string KindName = "usage.warnings", CapsKindName = "usage.cost-caps";

    /// <summary>So long that the chunks of a load share rounds.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    public Task SoonAsync(CancellationToken cancellation) => SoonAsync(KindName, cancellation);

    /// <summary>The same for cost caps.</summary>
    public Task CapsSoonAsync(CancellationToken cancellation) => SoonAsync(CapsKindName, cancellation);

    /// <param name="months">Those that were changed, by their first days: only use of the month that it is can be warned of.</param>
    public async Task UsageChangedAsync(IEnumerable<DateOnly> months, CancellationToken cancellation)
    {
        if (!months.Contains(StockholmTime.MonthOf(clock.Today()))) return;
        await SoonAsync(cancellation);
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

/// <summary>Tells users by mail whose services have used 80 or 100 % of their data of the month: once a threshold, service and month, in one mail for all that is new.</summary>
internal sealed class SendDataWarnings(IDataWarnings warnings, IMessages messages, MessageTexts texts, ITransactions transactions, TimeProvider clock) : IWorkHandler
{
    private const int AtOnce = 2000;

    public string Kind => DataWarningRound.KindName;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        var month = StockholmTime.MonthOf(clock.Today());
        foreach (var ofAll in new[] { true, false })
        {
            IReadOnlyList<DueDataWarning> due;
            do
            {
                due = await warnings.DueAsync(month, ofAll, AtOnce, cancellation);
                foreach (var ofUser in due.GroupBy(warning => warning.UserId)) await TellAsync(month, [.. ofUser], cancellation);
            }
            while (due.Count == AtOnce);
        }
    }

    // The next load or the next day begins another round.
    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) => Task.CompletedTask;

    private Task TellAsync(DateOnly month, IReadOnlyList<DueDataWarning> due, CancellationToken cancellation) => transactions.RunAsync(async () =>
    {
        await warnings.MarkAsync(month, due, cancellation);
        var (subject, text) = texts.DataWarning(month, due);
        await messages.MailAsync(new Mail { To = due[0].Email, Subject = subject, Text = text, OrganisationId = due[0].OrganisationId, UserId = due[0].UserId }, cancellation);
        return true;
    }, cancellation);
}
