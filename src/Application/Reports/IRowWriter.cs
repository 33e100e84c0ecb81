using Connect.Application.Common.Texts;
using Connect.Domain.Common;

namespace Connect.Application.Reports;

/// <summary>
/// Takes the rows of an export one cell after the other, from the left: a value of its own type, or nothing (null).
/// What is written as text stays text, whatever it looks like.
/// </summary>
public interface IRowWriter
{
    /// <summary>Rows ended so far.</summary>
    long Rows { get; }

    void Text(string? value);

    void Whole(long? value);

    void Fraction(decimal? value);

    /// <summary>Kronor, to 1/10 000.</summary>
    void Amount(Money? value);

    /// <summary>A Swedish local day.</summary>
    void Day(DateOnly? value);

    /// <summary>A Swedish local time.</summary>
    void Time(DateTime? value);

    /// <summary>Seconds, shown as hours, minutes and seconds.</summary>
    void Duration(long? value);

    /// <exception cref="OperationCanceledException">Nobody waits for the rows any more.</exception>
    void EndRow();
}

/// <summary>What a column holds; says how it is shown and how wide it is.</summary>
public enum SheetColumnType
{
    Text,
    LongText,
    Whole,
    Fraction,
    Amount,
    Day,
    Time,
    Duration,

    /// <summary>E.164, also masked; text in Excel, the Swedish way on pages.</summary>
    Phone,
}

/// <param name="Header">In the reader's language.</param>
public sealed record SheetColumn(string Header, SheetColumnType Type)
{
    /// <summary>Its name in the API, the same in every language.</summary>
    public string Key { get; init; } = "";

    /// <summary>Has a sum of all rows below them.</summary>
    public bool IsSummed { get; init; }

    /// <summary>False where the page says it elsewhere.</summary>
    public bool IsOnScreen { get; init; } = true;

    /// <summary>A column of a report; <c>Reports.Column.{key}</c> is its header.</summary>
    public static SheetColumn Of(string key, SheetColumnType type) => new(Text.Get($"Reports.Column.{key}"), type) { Key = key };

    /// <summary>As <see cref="Of"/>, with a sum.</summary>
    public static SheetColumn Sum(string key, SheetColumnType type) => Of(key, type) with { IsSummed = true };
}
