using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Connect.Infrastructure.Demo;

/// <summary>
/// Loads the demo's traffic while the portal is already listening; what a stop broke off goes on at the next start. In Development its lines are measured on from then on.
/// </summary>
internal sealed class DemoUsageService(DemoLoader loader, IHostApplicationLifetime lifetime, IHostEnvironment environment, TimeProvider clock, ILogger<DemoUsageService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.ApplicationStarted.AsTask(stoppingToken);
        try
        {
            await loader.LoadUsageAsync(null, stoppingToken);
            if (!environment.IsDevelopment()) return;
            using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5), clock);
            do await MeasureAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogInformation("The demo goes on at the next start");
        }
    }

    // What stood in the way, such as a load of somebody's, is over the next time.
    private async Task MeasureAsync(CancellationToken cancellation)
    {
        try
        {
            await loader.MeasureAsync(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogWarning(error, "The demo's lines were not measured");
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
