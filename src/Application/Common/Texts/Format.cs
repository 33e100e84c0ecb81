using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Common.Texts;

/// <summary>
/// How values are written for people: amounts and numbers as the reader's language has them, days and telephone numbers the Swedish way in both.
/// Files are not read by one person: Excel gets typed values.
/// </summary>
public static class Format
{
    private const char NoBreak = '\u00a0';

    /// <summary><c>1 234,50 kr</c>, or <c>SEK 1,234.50</c> in English; rounded to whole öre.</summary>
    public static string Money(Money amount, CultureInfo? reader = null)
    {
        reader ??= Text.Reader;
        var kronor = amount.RoundedToOre().Kronor.ToString("N2", reader);
        return reader == Text.English ? "SEK" + NoBreak + kronor : kronor + NoBreak + "kr";
    }

    /// <summary><c>12 345</c>, or <c>12,345</c> in English.</summary>
    public static string Number(long number) => number.ToString("N0", Text.Reader);

    /// <summary><c>2026-11-23</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>2026-11-23</c>, or a dash.</summary>
    public static string Day(DateOnly? day) => day is { } known ? Day(known) : "–";

    /// <summary><c>november 2026</c>, of any day in it.</summary>
    public static string Month(DateOnly month, CultureInfo? reader = null) => month.ToString("MMMM yyyy", reader ?? Text.Reader);

    /// <summary><c>2026-11-23 14:05</c> in Stockholm.</summary>
    public static string Instant(DateTimeOffset instant) => StockholmTime.LocalOf(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>2026-11-23 14:05:09</c> in Stockholm.</summary>
    public static string Second(DateTimeOffset instant) => StockholmTime.LocalOf(instant).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>070-123 45 67</c>, or <c>070-123 ** **</c> where the last digits are hidden; text that is no number stands as it is.</summary>
    public static string Phone(string? number) =>
        (PhoneNumber.TryParse(number, out var parsed) ? parsed.Display : PhoneNumber.DisplayMasked(number))?.Replace(' ', NoBreak) ?? number ?? "–";

    /// <summary><c>Storgatan 1, 411 01 Göteborg</c>; nothing where no part is known.</summary>
    public static string Address(string? street, string? postalCode, string? city) =>
        string.Join(", ", new[] { street, $"{postalCode?.Replace(' ', NoBreak)} {city}".Trim() }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary><c>7,8 GB</c>, or <c>7.8 GB</c> in English: decimal units, as packages are sold.</summary>
    public static string Bytes(long bytes, CultureInfo? reader = null)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB"];
        var (value, unit) = ((decimal)bytes, 0);
        while (Math.Abs(value) >= 1000 && unit < units.Length - 1) (value, unit) = (value / 1000, unit + 1);
        return value.ToString(unit == 0 || value == decimal.Truncate(value) ? "N0" : "N1", reader ?? Text.Reader) + NoBreak + units[unit];
    }

    /// <summary><c>1:02:03</c>; hours stand also where there are none, so that minutes are not taken for them.</summary>
    public static string Duration(TimeSpan time) =>
        $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}";
}
