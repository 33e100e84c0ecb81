using Connect.Domain.Common;

namespace Connect.Domain.Monitoring;

/// <summary>How long a stretch one stored measurement covers.</summary>
public enum MonitoringResolution
{
    /// <summary>As measured; kept for a week.</summary>
    FiveMinutes = 1,

    /// <summary>Kept for half a year.</summary>
    Hour = 2,

    /// <summary>A Swedish day, of 23 or 25 hours when the clocks change; kept for three years.</summary>
    Day = 3,
}

/// <summary>Where stretches begin, and how long they are kept.</summary>
public static class MonitoringResolutions
{
    public const int KeepRawDays = 7, KeepHourMonths = 6, KeepDayYears = 3;

    /// <summary>The beginning of the stretch that holds the instant, as UTC. Stockholm differs from UTC by whole hours.</summary>
    public static DateTimeOffset StartOf(this MonitoringResolution resolution, DateTimeOffset at) => resolution switch
    {
        MonitoringResolution.FiveMinutes => Floor(at, TimeSpan.TicksPerMinute * 5),
        MonitoringResolution.Hour => Floor(at, TimeSpan.TicksPerHour),
        _ => StockholmTime.StartOf(StockholmTime.DayOf(at)),
    };

    /// <summary>Measurements that began earlier are not kept. Whole days, so that a day's are all there or all gone.</summary>
    public static DateTimeOffset KeptFrom(this MonitoringResolution resolution, DateTimeOffset now)
    {
        var today = StockholmTime.DayOf(now);
        return StockholmTime.StartOf(resolution switch
        {
            MonitoringResolution.FiveMinutes => today.AddDays(-KeepRawDays),
            MonitoringResolution.Hour => today.AddMonths(-KeepHourMonths),
            _ => today.AddYears(-KeepDayYears),
        });
    }

    /// <summary>How many measurements of five minutes the stretch holds when none is missing.</summary>
    public static int SamplesIn(this MonitoringResolution resolution, DateTimeOffset start) => resolution switch
    {
        MonitoringResolution.FiveMinutes => 1,
        MonitoringResolution.Hour => 12,
        _ => (int)((StockholmTime.StartOf(StockholmTime.DayOf(start).AddDays(1)) - start) / TimeSpan.FromMinutes(5)),
    };

    private static DateTimeOffset Floor(DateTimeOffset at, long ticks) => new(at.UtcTicks - at.UtcTicks % ticks, TimeSpan.Zero);
}
