using System.Diagnostics;

namespace Connect.Benchmarks;

/// <summary>Product and floor take turns (A B A B …); the median of the paired ratios counts, since machines are noisy.</summary>
internal static class Runner
{
    private const int FewestRounds = 7;

    public static async Task<Row> MeasureAsync(IScenario scenario, CancellationToken cancellation)
    {
        await scenario.PrepareAsync(cancellation);
        // Once each unmeasured: what is compiled and cached on first use is compiled and cached for both.
        await scenario.ProductAsync(cancellation);
        await scenario.FloorAsync(cancellation);
        var rounds = new List<(TimeSpan Product, TimeSpan Floor)>();
        for (var round = 0; round < Math.Max(FewestRounds, scenario.Rounds); round++)
        {
            var product = await TimeAsync(scenario.ProductAsync, cancellation);
            rounds.Add((product, await TimeAsync(scenario.FloorAsync, cancellation)));
        }

        return Row.Of(scenario, rounds);
    }

    private static async Task<TimeSpan> TimeAsync(Func<CancellationToken, Task<TimeSpan?>> work, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var own = await work(cancellation);
        return own ?? Stopwatch.GetElapsedTime(started);
    }
}

/// <summary>What one scenario came to.</summary>
internal sealed record Row(string Name, TimeSpan Product, TimeSpan Floor, double Ratio, Limit Limit, string? Remark, bool Holds)
{
    public static Row Of(IScenario scenario, List<(TimeSpan Product, TimeSpan Floor)> rounds)
    {
        var limit = scenario.Limit;
        // The extra is taken off the product first, so that one ratio tells whether the limit holds.
        var kept = Median(rounds.Select(r => (r.Product - limit.Plus) / r.Floor));
        return new(scenario.Name, MedianTime(rounds.Select(r => r.Product)), MedianTime(rounds.Select(r => r.Floor)), Median(rounds.Select(r => r.Product / r.Floor)),
            limit, scenario.Remark, kept <= limit.Ratio && scenario.RemarkHolds);
    }

    private static TimeSpan MedianTime(IEnumerable<TimeSpan> values) => TimeSpan.FromTicks((long)Median(values.Select(v => (double)v.Ticks)));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
