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
}

/// <summary>The days on which a report comes by itself.</summary>
/// <param name="Day">Day of the month, 1 to <see cref="LastDay"/>, with <see cref="ReportInterval.Monthly"/> alone.</param>
public sealed record ReportSchedule(ReportInterval Every, int? Day = null)
{
    /// <summary>Every month has it.</summary>
    public const int LastDay = 28;

    /// <summary>The first such day after that day.</summary>
    public DateOnly NextAfter(DateOnly day)
    {
        var month = StockholmTime.MonthOf(day);
        return Every switch
        {
            ReportInterval.Daily => day.AddDays(1),
            ReportInterval.Weekdays => SwedishHolidays.WorkdaysAfter(day, 1),
            ReportInterval.MonthStart => month.AddMonths(1),
            ReportInterval.MonthEnd => day < EndOf(month) ? EndOf(month) : EndOf(month.AddMonths(1)),
            _ => day.Day < Day ? month.AddDays(Day!.Value - 1) : month.AddMonths(1).AddDays(Day!.Value - 1),
        };
    }

    private static DateOnly EndOf(DateOnly month) => month.AddMonths(1).AddDays(-1);
}
