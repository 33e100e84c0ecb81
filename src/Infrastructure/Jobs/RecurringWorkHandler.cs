using Connect.Application.Common.Ports;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Jobs;

/// <summary>Runs the house's daily work. One item a day and name in the whole installation, by its idempotency key.</summary>
internal sealed class RecurringWorkHandler(IEnumerable<IRecurringWork> works) : IWorkHandler
{
    private const string KindName = "house.daily";

    public string Kind => KindName;

    public static NewWork Plan(IRecurringWork work, DateOnly day) => new(KindName, Guid.CreateVersion7())
    {
        Payload = work.Name,
        DueAt = StockholmTime.At(day, work.At),
        IdempotencyKey = $"daily/{work.Name}/{day:yyyy-MM-dd}",
    };

    public Task RunAsync(DueWork work, CancellationToken cancellation) =>
        works.FirstOrDefault(w => w.Name == work.Payload)?.RunAsync(cancellation) ?? Task.CompletedTask;

    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) => Task.CompletedTask; // tomorrow is another day; the item stands as failed
}

/// <summary>Clears out finished items after their time.</summary>
internal sealed class WorkCleanUp(WorkStore store, WorkClock time) : IRecurringWork
{
    public string Name => "work-items";
    public TimeOnly At => new(3, 40);

    public Task RunAsync(CancellationToken cancellation) =>
        store.DeleteOldAsync(time.Clock.GetUtcNow().AddDays(-time.Options.KeepDays), cancellation);
}
