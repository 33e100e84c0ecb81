namespace Connect.Domain.Common;

/// <summary>Public holidays in Sweden (lag 1989:253 om allmänna helgdagar), and the eves that businesses keep as holidays.</summary>
public static class SwedishHolidays
{
    /// <summary>Sundays apart, the public holidays of the year, with Midsummer's, Christmas and New Year's Eve.</summary>
    public static IReadOnlySet<DateOnly> Of(int year)
    {
        var easter = EasterSunday(year);
        return new HashSet<DateOnly>
        {
            new(year, 1, 1), new(year, 1, 6),
            easter.AddDays(-2), easter, easter.AddDays(1),
            new(year, 5, 1), easter.AddDays(39), easter.AddDays(49), new(year, 6, 6),
            FirstWeekday(DayOfWeek.Friday, new DateOnly(year, 6, 19)),
            FirstWeekday(DayOfWeek.Saturday, new DateOnly(year, 6, 20)),
            FirstWeekday(DayOfWeek.Saturday, new DateOnly(year, 10, 31)),
            new(year, 12, 24), new(year, 12, 25), new(year, 12, 26), new(year, 12, 31),
        };
    }

    public static bool IsHoliday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday || Of(day.Year).Contains(day);

    /// <summary>Monday to Friday and no holiday.</summary>
    public static bool IsWorkday(DateOnly day) => day.DayOfWeek != DayOfWeek.Saturday && !IsHoliday(day);

    /// <summary>The day that is so many workdays ahead.</summary>
    public static DateOnly WorkdaysAfter(DateOnly day, int workdays)
    {
        while (workdays > 0)
        {
            day = day.AddDays(1);
            if (IsWorkday(day)) workdays--;
        }

        return day;
    }

    private static DateOnly FirstWeekday(DayOfWeek weekday, DateOnly from) =>
        from.AddDays(((int)weekday - (int)from.DayOfWeek + 7) % 7);

    /// <summary>Gregorian computus (Meeus, Jones and Butcher).</summary>
    private static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var (month, day) = Math.DivRem(h + l - 7 * m + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
