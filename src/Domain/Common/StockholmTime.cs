namespace Connect.Domain.Common;

/// <summary>
/// Swedish local days. Instants are UTC everywhere; a day the customer names is a day in Stockholm,
/// whatever the server's own time zone.
/// </summary>
public static class StockholmTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The local day that holds the instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalOf(instant).DateTime);

    /// <summary>The instant with Stockholm's offset, to show to people.</summary>
    public static DateTimeOffset LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>00:00 in Stockholm on the day, as UTC. Summer time starts and ends at 01:00 UTC, so midnight is never skipped or doubled.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>A time of day in Stockholm, as UTC: on the days of the clock it is not as many hours from midnight as it says. Not for 02:00 to 03:00, which they skip or double.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The first day of the month that holds the day.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    public static DateOnly Today(this TimeProvider clock) => DayOf(clock.GetUtcNow());
}
