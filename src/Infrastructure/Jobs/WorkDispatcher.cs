using System.Collections.Concurrent;
using Connect.Application.Common.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Connect.Infrastructure.Jobs;

/// <summary>
/// Looks every second, and when nudged, for what is due or was lost, and hands the ids to the scheduler in the order they are due.
/// Our tables are the truth: what the scheduler forgot is handed to it again, what it has twice is claimed once.
/// </summary>
internal sealed class WorkDispatcher(
    IServiceScopeFactory scopes, IWorkHandOver handOver, WorkSignal signal, WorkClock time, ILogger<WorkDispatcher> logger) : BackgroundService
{
    // Handed over and not begun, as far as is known here.
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _waiting = new();
    private DateOnly _recurringPlanned;

    private int MostWaiting => time.Options.Workers * 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await signal.WaitAsync(time.Options.LookEvery, time.Clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                logger.LogError(error, "Looking for work failed; it is tried again");
                await Task.Delay(time.Options.LookEvery, time.Clock, stoppingToken);
            }
        }
    }

    /// <summary>One look.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await PlanRecurringAsync(scope.ServiceProvider, cancellation);
        var now = time.Clock.GetUtcNow();
        var kinds = scope.ServiceProvider.GetServices<IWorkHandler>().Select(handler => handler.Kind).ToArray();
        var due = await scope.ServiceProvider.GetRequiredService<WorkStore>().DueAsync(kinds, now, MostWaiting * 2, cancellation);
        Forget(due.ToHashSet(), now);
        foreach (var id in due)
        {
            // Never far more than the workers can begin, or what is due longest would not come first.
            if (_waiting.Count >= MostWaiting) return;
            if (_waiting.TryAdd(id, now)) handOver.HandOver(id);
        }
    }

    /// <summary>Called when an item has been run in this process: there may be room for another.</summary>
    internal void Ended(Guid id)
    {
        _waiting.TryRemove(id, out _);
        if (_waiting.Count < time.Options.Workers) signal.Wake();
    }

    // What is not due any more was taken, here or by another node. What waits too long was lost by the scheduler.
    private void Forget(HashSet<Guid> due, DateTimeOffset now)
    {
        foreach (var (id, at) in _waiting)
            if (!due.Contains(id) || now - at > time.Options.Lease) _waiting.TryRemove(id, out _);
    }

    private async Task PlanRecurringAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var today = Domain.Common.StockholmTime.Today(time.Clock);
        if (_recurringPlanned == today) return;
        foreach (var work in services.GetServices<IRecurringWork>())
            await services.GetRequiredService<IWorkQueue>().EnqueueAsync(RecurringWorkHandler.Plan(work, today), cancellation);
        _recurringPlanned = today;
    }
}

/// <summary>Takes an id and sees to it that it is run soon. Ids only; may forget, may repeat.</summary>
internal interface IWorkHandOver
{
    void HandOver(Guid id);
}

/// <summary>The engine's settings and clock.</summary>
internal sealed record WorkClock(WorkOptions Options, TimeProvider Clock);
