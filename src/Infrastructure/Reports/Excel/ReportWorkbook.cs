using Connect.Application.Reports;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Reports.Excel;

/// <summary>
/// The file of an export: one of few rows is formatted by ClosedXML (<see cref="FormattedWorkbook"/>), one of many streams
/// (<see cref="WorkbookWriter"/>). Nobody knows which it is before the rows are read, so that the first are held until then.
/// </summary>
internal sealed class ReportWorkbook : IWorkbook
{
    /// <summary>In all sheets together. ClosedXML takes some 10 kB of memory and 0.15 ms for a row.</summary>
    public const int MostFormattedRows = 2_000;

    private readonly Stream _target;
    private readonly CancellationToken _cancellation;
    private readonly List<HeldSheet> _held = [];
    private WorkbookWriter? _streaming;
    private object?[] _row = [];
    private int _column;
    private long _rows;

    /// <param name="target">Seekable; stays open.</param>
    public ReportWorkbook(Stream target, string title, IReadOnlyList<SheetColumn> columns, SheetHead? head, CancellationToken cancellation)
    {
        (_target, _cancellation) = (target, cancellation);
        Next(title, columns, head);
    }

    public long Rows => _streaming?.Rows ?? Interlocked.Read(ref _rows);

    /// <inheritdoc cref="WorkbookWriter.Sheets"/>
    public int Sheets => _streaming?.Sheets ?? _held.Count;

    public void Next(string title, IReadOnlyList<SheetColumn> columns, SheetHead? head = null)
    {
        if (_streaming is not null)
        {
            _streaming.Next(title, columns, head);
            return;
        }

        EnsureEnded();
        _held.Add(new(title, columns, head));
        _row = new object?[columns.Count];
    }

    public void Text(string? value)
    {
        if (_streaming is null) Hold(value);
        else _streaming.Text(value);
    }

    public void Whole(long? value)
    {
        if (_streaming is null) Hold(value);
        else _streaming.Whole(value);
    }

    public void Fraction(decimal? value)
    {
        if (_streaming is null) Hold(value);
        else _streaming.Fraction(value);
    }

    public void Amount(Money? value)
    {
        if (_streaming is null) Hold(value);
        else _streaming.Amount(value);
    }

    public void Day(DateOnly? value)
    {
        if (_streaming is null) Hold(value);
        else _streaming.Day(value);
    }

    public void Time(DateTime? value)
    {
        if (_streaming is null) Hold(value);
        else _streaming.Time(value);
    }

    public void Duration(long? value)
    {
        if (_streaming is null) Hold(value is { } seconds ? new Seconds(seconds) : null);
        else _streaming.Duration(value);
    }

    public void EndRow()
    {
        if (_streaming is not null)
        {
            _streaming.EndRow();
            return;
        }

        if (_column != _row.Length) throw new InvalidOperationException($"The row has {_column} cells, the sheet {_row.Length} columns.");
        _held[^1].Rows.Add(_row);
        (_row, _column) = (new object?[_row.Length], 0);
        if (Interlocked.Increment(ref _rows) > MostFormattedRows) Stream();
        if ((_rows & 0xFF) == 0) _cancellation.ThrowIfCancellationRequested();
    }

    public void Complete()
    {
        EnsureEnded();
        if (_streaming is null) FormattedWorkbook.Write(_target, _held);
        else _streaming.Complete();
    }

    public void Dispose() => _streaming?.Dispose();

    private void Hold(object? value) => _row[_column++] = value;

    private void Stream()
    {
        var first = _held[0];
        var streaming = new WorkbookWriter(_target, first.Title, first.Columns, first.Head, _cancellation);
        first.WriteTo(streaming);
        foreach (var sheet in _held.Skip(1))
        {
            streaming.Next(sheet.Title, sheet.Columns, sheet.Head);
            sheet.WriteTo(streaming);
        }

        _held.Clear();
        _streaming = streaming;
    }

    private void EnsureEnded()
    {
        if (_column != 0) throw new InvalidOperationException("The last row is not ended.");
    }
}
