namespace Connect.Infrastructure.Jobs;

/// <summary>
/// Prolongs a lease while its work runs. <see cref="Token"/> is cancelled when the program has to stop or the lease was lost:
/// then somebody else may have the work already.
/// </summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenSource _work;
    private readonly Task _keeping;

    public LeaseKeeper(Func<DateTimeOffset, Task<bool>> prolong, TimeSpan lease, TimeProvider clock, CancellationToken stopping)
    {
        _work = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _keeping = KeepAsync(prolong, lease, clock);
    }

    public CancellationToken Token => _work.Token;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _keeping;
        _work.Dispose();
        _end.Dispose();
    }

    private async Task KeepAsync(Func<DateTimeOffset, Task<bool>> prolong, TimeSpan lease, TimeProvider clock)
    {
        using var timer = new PeriodicTimer(lease / 3, clock);
        var lastKept = clock.GetUtcNow();
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                if (await IsKeptAsync(prolong, clock.GetUtcNow() + lease)) lastKept = clock.GetUtcNow();
                else if (clock.GetUtcNow() - lastKept >= lease) await _work.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
    }

    // A database that is away for a moment costs a turn, not the work.
    private static async Task<bool> IsKeptAsync(Func<DateTimeOffset, Task<bool>> prolong, DateTimeOffset until)
    {
        try
        {
            return await prolong(until);
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }
}
