using Connect.Domain.Common;

namespace Connect.Domain.Monitoring;

/// <summary>How far back a graph goes.</summary>
public enum MonitoringPeriod
{
    Day = 1,
    Week = 2,
    Month = 3,
    HalfYear = 4,
}

/// <summary>The stretch of time that a period means at an instant, and how finely it is shown.</summary>
/// <param name="From">The first beginning that is shown.</param>
/// <param name="To">Not shown any more.</param>
public sealed record MonitoringWindow(MonitoringResolution Resolution, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>A day and a week in five minutes, a month in hours, half a year in days: never finer than what is kept for so long.</summary>
    public static MonitoringWindow Of(MonitoringPeriod period, DateTimeOffset now)
    {
        var today = StockholmTime.DayOf(now);
        return period switch
        {
            MonitoringPeriod.Day => new(MonitoringResolution.FiveMinutes, MonitoringResolution.FiveMinutes.StartOf(now.AddDays(-1)), now),
            MonitoringPeriod.Week => new(MonitoringResolution.FiveMinutes, StockholmTime.StartOf(today.AddDays(-MonitoringResolutions.KeepRawDays)), now),
            MonitoringPeriod.Month => new(MonitoringResolution.Hour, StockholmTime.StartOf(today.AddMonths(-1)), now),
            _ => new(MonitoringResolution.Day, StockholmTime.StartOf(today.AddMonths(-MonitoringResolutions.KeepHourMonths)), now),
        };
    }

    /// <summary>The same without what came before the instant.</summary>
    public MonitoringWindow NotBefore(DateTimeOffset? first) => first is { } at && at > From ? this with { From = at } : this;
}
