using System.Diagnostics;

namespace Connect.Benchmarks;

/// <summary>What a page's data takes while something large is at work in the same process, against the same page when nothing is.</summary>
internal sealed class PagesMeanwhile(string name, Limit limit, Func<Task> work, Func<Task> page) : IScenario
{
    private const int IdlePages = 25;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);
    private int _seen;

    public string Name => name;
    public Limit Limit => limit;
    public string? Remark => $"{_seen} pages meanwhile";
    public bool RemarkHolds => _seen > 0;

    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        var working = Task.Run(work, cancellation);
        var times = new List<TimeSpan>();
        while (!working.IsCompleted) times.Add(await OneAsync(cancellation));
        await working;
        _seen += times.Count;
        return Median(times);
    }

    public async Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < IdlePages; i++) times.Add(await OneAsync(cancellation));
        return Median(times);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // A user looks at a page before he asks for the next.
    private async Task<TimeSpan> OneAsync(CancellationToken cancellation)
    {
        await Task.Delay(Between, cancellation);
        var started = Stopwatch.GetTimestamp();
        await page();
        return Stopwatch.GetElapsedTime(started);
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
