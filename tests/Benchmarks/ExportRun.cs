using System.Diagnostics;
using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Benchmarks;

/// <summary>A report as its job runs it: how long it took, and how far the process has grown over all runs.</summary>
internal sealed class ExportRun
{
    private const long MemoryLimit = 150L << 20;
    private long _grown;

    public string Remark => $"memory grew {_grown >> 20} MB (limit 150)";
    public bool RemarkHolds => _grown <= MemoryLimit;

    /// <param name="rows">That the export must have.</param>
    public async Task<TimeSpan> TakeAsync(TestScope scope, GenerateReport report, long rows, CancellationToken cancellation)
    {
        var id = await scope.SendAsync(report with { RequestId = Guid.CreateVersion7() });
        GC.Collect();
        var before = Process.GetCurrentProcess().WorkingSet64;
        using var stop = new CancellationTokenSource();
        var watching = WatchAsync(before, stop.Token);
        var started = Stopwatch.GetTimestamp();
        await using (var worker = scope.Services.CreateAsyncScope())
            await worker.ServiceProvider.GetServices<IWorkHandler>().Single(handler => handler.Kind == ExportKinds.WorkKind)
                .RunAsync(new DueWork(Guid.CreateVersion7(), ExportKinds.WorkKind, id, null, "b", 1), cancellation);
        var took = Stopwatch.GetElapsedTime(started);
        await stop.CancelAsync();
        await watching;
        return (await scope.SendAsync(new GetExport(id))) is { State: ExportState.Done } done && done.RowsDone == rows ? took : throw new InvalidOperationException("The export did not come out whole.");
    }

    private async Task WatchAsync(long before, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var process = Process.GetCurrentProcess();
            _grown = Math.Max(_grown, process.WorkingSet64 - before);
            await Task.Delay(50, CancellationToken.None);
        }
    }
}
