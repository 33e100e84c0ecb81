using Connect.Application.Common.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Connect.Infrastructure.Jobs;

/// <summary>Does one item: claims it, calls its handler, writes down how it went. Each step in a scope of its own.</summary>
internal sealed class WorkRunner(IServiceScopeFactory scopes, WorkOptions options, TimeProvider clock, ILogger<WorkRunner> logger)
{
    // Tries beyond the last, for telling what waits; then the item fails even if that could not be done.
    private const int TriesToTell = 5;

    private static readonly string Process = $"{Environment.MachineName}/{Environment.ProcessId}";

    public async Task RunAsync(Guid id, CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var lease = $"{(Process.Length <= 60 ? Process : Process[^60..])}/{Guid.CreateVersion7():N}";
        if (await StoreAsync(store => store.ClaimAsync(id, lease, now, now + options.Lease, CancellationToken.None)) is not { } item) return;

        await using var keeper = new LeaseKeeper(until => StoreAsync(store => store.ProlongAsync(id, lease, until, CancellationToken.None)), options.Lease, clock, stopping);
        if (item.LostLeases >= options.MaxLostLeases)
        {
            await GiveUpAsync(item, lease, "The program stopped over it every time.", refusal: null);
            return;
        }

        await WorkAsync(item, lease, keeper.Token);
    }

    private async Task WorkAsync(ClaimedWork item, string lease, CancellationToken stopping)
    {
        try
        {
            await CallAsync(item, (handler, work) => handler.RunAsync(work, stopping));
            if (!await StoreAsync(store => store.DoneAsync(item.Id, lease, clock.GetUtcNow())))
                logger.LogWarning("Work {Kind} {WorkId} was finished after its lease had been lost", item.Kind, item.Id);
        }
        catch (WorkPostponedException later)
        {
            await StoreAsync(store => store.PostponeAsync(item.Id, lease, clock.GetUtcNow() + later.Wait));
        }
        catch (WorkRejectedException rejected)
        {
            await GiveUpAsync(item, lease, rejected.Message, rejected.Message);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop: the next start goes on at once.
            await StoreAsync(store => store.PutBackAsync(item.Id, lease, null, clock.GetUtcNow()));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            if (item.Attempts >= options.MaxAttempts) await GiveUpAsync(item, lease, error.Message, refusal: null);
            else await TryAgainAsync(item, lease, error);
        }
    }

    private async Task TryAgainAsync(ClaimedWork item, string lease, Exception error)
    {
        var wait = options.WaitAfter(item.Attempts, Random.Shared.NextDouble());
        logger.LogWarning("Work {Kind} {WorkId} failed at try {Attempt} with {Error}; again in {Seconds} s",
            item.Kind, item.Id, item.Attempts, error.GetType().Name, (long)wait.TotalSeconds);
        await StoreAsync(store => store.PutBackAsync(item.Id, lease, $"{error.GetType().Name}: {error.Message}", clock.GetUtcNow() + wait));
    }

    // What waits is told first: should the process die in between, it is told again, and never left waiting.
    private async Task GiveUpAsync(ClaimedWork item, string lease, string reason, string? refusal)
    {
        logger.LogError("Work {Kind} {WorkId} is given up at try {Attempt}", item.Kind, item.Id, item.Attempts);
        try
        {
            await CallAsync(item, (handler, work) => handler.GiveUpAsync(work, refusal, CancellationToken.None));
        }
        catch (Exception error) when (error is not OutOfMemoryException && item.Attempts < options.MaxAttempts + TriesToTell)
        {
            await TryAgainAsync(item, lease, error);
            return;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            logger.LogError(error, "Nobody could be told that work {Kind} {WorkId} was given up", item.Kind, item.Id);
        }

        await StoreAsync(store => store.FailedAsync(item.Id, lease, reason, clock.GetUtcNow()));
    }

    private async Task CallAsync(ClaimedWork item, Func<IWorkHandler, DueWork, Task> call)
    {
        await using var scope = scopes.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<IWorkHandler>().First(h => h.Kind == item.Kind);
        await call(handler, item.ToDueWork());
    }

    private async Task<T> StoreAsync<T>(Func<WorkStore, Task<T>> call)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<WorkStore>());
    }
}
