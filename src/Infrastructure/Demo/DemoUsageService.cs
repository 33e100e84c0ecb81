using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Connect.Infrastructure.Demo;

/// <summary>Loads the demo's traffic while the portal is already listening; what a stop broke off goes on at the next start.</summary>
internal sealed class DemoUsageService(DemoLoader loader, IHostApplicationLifetime lifetime, ILogger<DemoUsageService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.ApplicationStarted.AsTask(stoppingToken);
        try
        {
            await loader.LoadUsageAsync(null, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogInformation("The demo's traffic goes on being loaded at the next start");
        }
    }
}

internal static class CancellationTokenTask
{
    /// <summary>Ends when the token is cancelled, which for the host's lifetime means that it has happened.</summary>
    public static async Task AsTask(this CancellationToken token, CancellationToken stopping)
    {
        var happened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = token.Register(happened.SetResult);
        await happened.Task.WaitAsync(stopping);
    }
}
