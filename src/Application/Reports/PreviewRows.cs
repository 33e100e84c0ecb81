using Connect.Domain.Common;

namespace Connect.Application.Reports;

/// <summary>Keeps the first rows that are written to it, and adds up all of them.</summary>
internal sealed class PreviewRows(IReadOnlyList<SheetColumn> columns, int keep, CancellationToken cancellation) : IRowWriter
{
    private readonly List<IReadOnlyList<object?>> _first = [];
    private readonly decimal[] _sums = new decimal[columns.Count];
    private object?[] _row = new object?[columns.Count];
    private int _column;

    public long Rows { get; private set; }

    public IReadOnlyList<IReadOnlyList<object?>> First => _first;

    public IReadOnlyList<object?> Totals => [.. columns.Select((column, i) => column.IsSummed ? Typed(column.Type, _sums[i]) : null)];

    public void Text(string? value) => Set(value, 0);

    public void Whole(long? value) => Set(value, value ?? 0);

    public void Fraction(decimal? value) => Set(value, value ?? 0);

    public void Amount(Money? value) => Set(value, value?.TenThousandths ?? 0);

    public void Day(DateOnly? value) => Set(value, 0);

    public void Time(DateTime? value) => Set(value, 0);

    public void Duration(long? value) => Set(value, value ?? 0);

    public void EndRow()
    {
        if (_column != columns.Count) throw new InvalidOperationException($"The row has {_column} cells, the sheet {columns.Count} columns.");
        if (_first.Count < keep)
        {
            _first.Add(_row);
            _row = new object?[columns.Count];
        }

        _column = 0;
        Rows++;
        cancellation.ThrowIfCancellationRequested();
    }

    private void Set(object? value, decimal number)
    {
        _row[_column] = value;
        if (columns[_column].IsSummed) _sums[_column] += number;
        _column++;
    }

    private static object Typed(SheetColumnType type, decimal sum) => type switch
    {
        SheetColumnType.Amount => new Money((long)sum),
        SheetColumnType.Fraction => sum,
        _ => (long)sum,
    };
}
