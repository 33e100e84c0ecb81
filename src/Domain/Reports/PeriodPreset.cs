using Connect.Domain.Common;

namespace Connect.Domain.Reports;

/// <summary>
/// A period told by the day on which a report is run, so that the same report can be run again for another month. Stored by number.
/// </summary>
public enum PeriodPreset
{
    /// <summary>Dates of the user's own choice.</summary>
    Own = 0,

    /// <summary>From the first of the month to the day.</summary>
    ThisMonth = 1,

    /// <summary>The whole month before.</summary>
    LastMonth = 2,

    /// <summary>The three whole months before.</summary>
    LastThreeMonths = 3,

    /// <summary>From the first of January to the day.</summary>
    ThisYear = 4,

    /// <summary>The whole year before.</summary>
    LastYear = 5,

    /// <summary>From the first of the month before to the day: what is not invoiced yet lies there.</summary>
    SinceLastMonth = 6,
}

/// <summary>The days of a preset.</summary>
public static class PeriodPresets
{
    private const int MonthsOfQuarter = 3;

    /// <summary>Swedish days, both included.</summary>
    /// <param name="preset">Any but <see cref="PeriodPreset.Own"/>.</param>
    /// <param name="today">The day on which the report is run.</param>
    public static (DateOnly From, DateOnly To) On(this PeriodPreset preset, DateOnly today)
    {
        var month = StockholmTime.MonthOf(today);
        return preset switch
        {
            PeriodPreset.ThisMonth => (month, today),
            PeriodPreset.LastMonth => (month.AddMonths(-1), month.AddDays(-1)),
            PeriodPreset.LastThreeMonths => (month.AddMonths(-MonthsOfQuarter), month.AddDays(-1)),
            PeriodPreset.ThisYear => (new(today.Year, 1, 1), today),
            PeriodPreset.LastYear => (new(today.Year - 1, 1, 1), new(today.Year - 1, 12, 31)),
            PeriodPreset.SinceLastMonth => (month.AddMonths(-1), today),
            _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, "Own dates are not told by a day."),
        };
    }
}
