namespace Connect.Infrastructure.Jobs;

/// <summary>A nudge from whoever put work aside in this process to its dispatcher. Lost nudges cost a look's wait, nothing else.</summary>
internal sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim _nudges = new(0, 1);

    public void Wake()
    {
        try
        {
            if (_nudges.CurrentCount == 0) _nudges.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two at the same moment: one nudge is enough.
        }
    }

    /// <summary>Returns at the next nudge, or when the time is up.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await _nudges.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Time for a look of its own.
        }
    }

    public void Dispose() => _nudges.Dispose();
}
