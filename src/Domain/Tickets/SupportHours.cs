using System.Globalization;
using Connect.Domain.Common;

namespace Connect.Domain.Tickets;

/// <summary>
/// When the operator's support works for a customer: round the clock, or hours of weekdays, in Swedish local time and not on holidays
/// (<see cref="SwedishHolidays"/>; whoever needs those has round the clock). Written <c>always</c>, or <c>mon-fri 08:00-17:00, sat 10:00-14:00</c>.
/// </summary>
public sealed class SupportHours : IEquatable<SupportHours>
{
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Round the clock, every day of the year.</summary>
    public static readonly SupportHours Always = new([]);

    /// <summary>By weekday, Monday first; minutes from midnight. Empty: always.</summary>
    private readonly (int From, int To)?[] _days;

    private SupportHours((int From, int To)?[] days) => _days = days;

    public bool IsAlways => _days.Length == 0;

    /// <summary>The weekdays with support, from Monday on, and their hours; those that follow one another with the same hours as one stretch.</summary>
    public IReadOnlyList<SupportStretch> Stretches()
    {
        var stretches = new List<SupportStretch>();
        foreach (var (day, hours) in _days.Index())
        {
            if (hours is not { } open) continue;
            if (stretches is [.., var last] && last.Last == day - 1 && last.From == open.From && last.To == open.To) stretches[^1] = last with { Last = day };
            else stretches.Add(new(day, day, open.From, open.To));
        }

        return stretches;
    }

    /// <summary>The instant by which so much support time has passed.</summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan time)
    {
        if (IsAlways) return from + time;
        for (var day = StockholmTime.DayOf(from); ; day = day.AddDays(1))
        {
            if (Open(day) is not { } open || open.End <= from) continue;
            var begin = open.Start > from ? open.Start : from;
            if (time <= open.End - begin) return begin + time;
            time -= open.End - begin;
        }
    }

    /// <summary>Support time from one instant to a later one; none when it is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from) return TimeSpan.Zero;
        if (IsAlways) return to - from;
        var time = TimeSpan.Zero;
        for (var (day, last) = (StockholmTime.DayOf(from), StockholmTime.DayOf(to)); day <= last; day = day.AddDays(1))
        {
            if (Open(day) is not { } open) continue;
            var (begin, end) = (open.Start > from ? open.Start : from, open.End < to ? open.End : to);
            if (end > begin) time += end - begin;
        }

        return time;
    }

    /// <summary>When support time passes again; null while it does.</summary>
    public DateTimeOffset? OpensAfter(DateTimeOffset at)
    {
        if (IsAlways) return null;
        for (var day = StockholmTime.DayOf(at); ; day = day.AddDays(1))
            if (Open(day) is { } open && open.End > at) return open.Start > at ? open.Start : null;
    }

    /// <summary>True for <c>always</c> and for weekdays with hours, each weekday once.</summary>
    public static bool TryParse(string? text, out SupportHours hours)
    {
        hours = Always;
        if (text is null) return false;
        if (string.Equals(text.Trim(), "always", StringComparison.OrdinalIgnoreCase)) return true;
        var days = new (int From, int To)?[Names.Length];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
            if (!TryRead(part, days)) return false;
        hours = new(days);
        return true;
    }

    /// <exception cref="FormatException">It is none; what is stored is.</exception>
    public static SupportHours Parse(string text) => TryParse(text, out var hours) ? hours : throw new FormatException($"'{text}' are no support hours.");

    public override string ToString() => IsAlways ? "always" : string.Join(", ", Stretches().Select(stretch =>
        $"{Names[stretch.First]}{(stretch.Last == stretch.First ? "" : "-" + Names[stretch.Last])} {SupportStretch.Clock(stretch.From)}-{SupportStretch.Clock(stretch.To)}"));

    public bool Equals(SupportHours? other) => other is not null && _days.SequenceEqual(other._days);

    public override bool Equals(object? obj) => Equals(obj as SupportHours);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static bool TryRead(string part, (int From, int To)?[] days)
    {
        if (part.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var weekdays, var clock]) return false;
        var (ends, times) = (weekdays.Split('-'), clock.Split('-'));
        if (ends.Length > 2 || times.Length != 2) return false;
        var (first, last) = (Array.IndexOf(Names, ends[0].ToLowerInvariant()), Array.IndexOf(Names, ends[^1].ToLowerInvariant()));
        if (first < 0 || last < first || Minutes(times[0]) is not { } from || Minutes(times[1]) is not { } to || to <= from) return false;
        for (var day = first; day <= last; day++)
        {
            if (days[day] is not null) return false;
            days[day] = (from, to);
        }

        return true;
    }

    private static int? Minutes(string clock) => clock == "24:00" ? 24 * 60
        : TimeOnly.TryParseExact(clock, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.Hour * 60 + time.Minute : null;

    // Clock times of the day: a day that is 23 or 25 hours long is open from and to what the clock says.
    private (DateTimeOffset Start, DateTimeOffset End)? Open(DateOnly day)
    {
        if (_days[((int)day.DayOfWeek + 6) % 7] is not { } hours || IsHoliday(day)) return null;
        return (At(day, hours.From), At(day, hours.To));
    }

    // Sundays are for the hours to say.
    private static bool IsHoliday(DateOnly day) => SwedishHolidays.Of(day.Year).Contains(day);

    private static DateTimeOffset At(DateOnly day, int minutes)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        return new DateTimeOffset(local, StockholmTime.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

/// <summary>Weekdays that follow one another and have the same hours.</summary>
/// <param name="First">0 is Monday.</param>
/// <param name="From">Minutes from midnight.</param>
public sealed record SupportStretch(int First, int Last, int From, int To)
{
    /// <summary><c>08:00</c>.</summary>
    public static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
