using Hangfire;
using Microsoft.Extensions.Hosting;

namespace Connect.Infrastructure.Jobs;

/// <summary>Hands ids to Hangfire, which runs them on its workers.</summary>
internal sealed class HangfireHandOver(IBackgroundJobClient client) : IWorkHandOver
{
    public void HandOver(Guid id) => client.Enqueue<WorkJob>(job => job.RunAsync(id));
}

/// <summary>The one job Hangfire knows: run the item of that id. Tries, waits and outcomes are the item's own; Hangfire adds none.</summary>
internal sealed class WorkJob(WorkRunner runner, WorkDispatcher dispatcher, WorkStop stop)
{
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task RunAsync(Guid id)
    {
        try
        {
            await runner.RunAsync(id, stop.Token);
        }
        finally
        {
            dispatcher.Ended(id);
        }
    }
}

/// <summary>Gives running work a while to end after the program was told to stop, then breaks it off.</summary>
internal sealed class WorkStop : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _registration;

    public WorkStop(IHostApplicationLifetime lifetime, WorkOptions options) =>
        _registration = lifetime.ApplicationStopping.Register(() => _source.CancelAfter(options.StopWithin));

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
