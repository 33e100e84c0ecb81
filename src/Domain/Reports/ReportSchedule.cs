using Connect.Domain.Common;

namespace Connect.Domain.Reports;

/// <summary>How often a report comes by itself. Stored by number.</summary>
public enum ReportInterval
{
    Daily = 1,

    /// <summary>Monday to Friday and no Swedish holiday.</summary>
    Weekdays = 2,

    /// <summary>On a day of each month.</summary>
    Monthly = 3,

    MonthStart = 4,

    MonthEnd = 5,

    /// <summary>On a day of each week.</summary>
    Weekly = 6,
}

/// <summary>The days on which a report comes by itself.</summary>
/// <param name="Day">Day of the month, 1 to <see cref="LastDay"/>, with <see cref="ReportInterval.Monthly"/>; of the week, 1 (Monday) to 7, with <see cref="ReportInterval.Weekly"/>.</param>
public sealed record ReportSchedule(ReportInterval Every, int? Day = null)
{
    /// <summary>Every month has it.</summary>
    public const int LastDay = 28;

    public const int DaysOfWeek = 7;

    /// <summary>The first such day after that day.</summary>
    public DateOnly NextAfter(DateOnly day)
    {
        var month = StockholmTime.MonthOf(day);
        return Every switch
        {
            ReportInterval.Daily => day.AddDays(1),
            ReportInterval.Weekdays => SwedishHolidays.WorkdaysAfter(day, 1),
            ReportInterval.Weekly => day.AddDays(DaysOfWeek - ((DaysOfWeek + OfWeek(day) - Day!.Value) % DaysOfWeek)),
            ReportInterval.MonthStart => month.AddMonths(1),
            ReportInterval.MonthEnd => day < EndOf(month) ? EndOf(month) : EndOf(month.AddMonths(1)),
            _ => day.Day < Day ? month.AddDays(Day!.Value - 1) : month.AddMonths(1).AddDays(Day!.Value - 1),
        };
    }

    // Monday is the first.
    private static int OfWeek(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? DaysOfWeek : (int)day.DayOfWeek;

    private static DateOnly EndOf(DateOnly month) => month.AddMonths(1).AddDays(-1);
}
