using Connect.Application.Reports;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Reports.Overviews;

/// <summary>A sheet with a row for each that is read. A column's key, type and cells are said in one place, in the order of the sheet.</summary>
internal sealed class RowSheet<TRow>
{
    private readonly List<(SheetColumn Column, Action<IRowWriter, TRow> Write)> _columns = [];
    private readonly LocalClock _local = new();

    public RowSheet<TRow> Text(string key, Func<TRow, string?> read) => Add(SheetColumn.Of(key, SheetColumnType.Text), (rows, row) => rows.Text(read(row)));

    public RowSheet<TRow> LongText(string key, Func<TRow, string?> read) => Add(SheetColumn.Of(key, SheetColumnType.LongText), (rows, row) => rows.Text(read(row)));

    public RowSheet<TRow> Phone(string key, Func<TRow, string?> read) => Add(SheetColumn.Of(key, SheetColumnType.Phone), (rows, row) => rows.Text(read(row)));

    public RowSheet<TRow> Day(string key, Func<TRow, DateOnly?> read) => Add(SheetColumn.Of(key, SheetColumnType.Day), (rows, row) => rows.Day(read(row)));

    /// <summary>An instant, in Swedish local time.</summary>
    public RowSheet<TRow> Time(string key, Func<TRow, DateTimeOffset?> read) =>
        Add(SheetColumn.Of(key, SheetColumnType.Time), (rows, row) => rows.Time(read(row) is { } instant ? _local.Of(instant) : null));

    public RowSheet<TRow> Duration(string key, Func<TRow, TimeSpan?> read) =>
        Add(SheetColumn.Of(key, SheetColumnType.Duration), (rows, row) => rows.Duration(read(row) is { } time ? (long)time.TotalSeconds : null));

    public RowSheet<TRow> Fraction(string key, Func<TRow, decimal?> read) => Add(SheetColumn.Of(key, SheetColumnType.Fraction), (rows, row) => rows.Fraction(read(row)));

    public RowSheet<TRow> Amount(string key, Func<TRow, Money?> read) => Add(SheetColumn.Of(key, SheetColumnType.Amount), (rows, row) => rows.Amount(read(row)));

    /// <summary>An amount with a sum below.</summary>
    public RowSheet<TRow> SumOf(string key, Func<TRow, Money?> read) => Add(SheetColumn.Sum(key, SheetColumnType.Amount), (rows, row) => rows.Amount(read(row)));

    /// <summary>A number of things, with a sum below.</summary>
    public RowSheet<TRow> CountOf(string key, Func<TRow, long?> read) => Add(SheetColumn.Sum(key, SheetColumnType.Whole), (rows, row) => rows.Whole(read(row)));

    /// <param name="title">In the reader's language.</param>
    public ReportSheet Of(string title, Func<CancellationToken, IAsyncEnumerable<TRow>> read) => new(title, [.. _columns.Select(column => column.Column)], async (rows, _, cancellation) =>
    {
        await foreach (var row in read(cancellation).WithCancellation(cancellation))
        {
            foreach (var (_, write) in _columns) write(rows, row);
            rows.EndRow();
        }
    });

    private RowSheet<TRow> Add(SheetColumn column, Action<IRowWriter, TRow> write)
    {
        _columns.Add((column, write));
        return this;
    }
}
