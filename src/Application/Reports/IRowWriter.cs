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
}

/// <param name="Header">In the reader's language.</param>
public sealed record SheetColumn(string Header, SheetColumnType Type);
