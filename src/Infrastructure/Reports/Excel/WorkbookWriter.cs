using System.IO.Compression;
using Connect.Application.Reports;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Reports.Excel;

/// <summary>
/// Writes an Excel file as its rows come: SpreadsheetML straight into a zip, so that a million rows need no more memory
/// than ten. Typed cells, a header that stays in sight, filters, and a further sheet whenever one is full.
/// </summary>
public sealed partial class WorkbookWriter : IWorkbook
{
    /// <summary>Rows of a sheet below its header.</summary>
    public const int RowsPerSheet = 1_048_575;

    private const int MaxColumns = 16_384, SecondsPerDay = 86_400;

    private readonly ZipArchive _zip;
    private readonly CellBuffer _cells = new();
    private readonly CancellationToken _cancellation;
    private readonly List<string> _names = [];
    private string _title = "";
    private SheetHead? _head;
    private IReadOnlyList<SheetColumn> _columns = [];
    private byte[][] _references = [];
    private bool[] _isSummed = [];
    private decimal[] _sums = [];
    private bool _hasTotals;
    private long _rowsBefore;
    private Stream? _entry;
    private int _row, _column, _headerRow, _lastRow;

    /// <param name="target">Seekable; stays open.</param>
    public WorkbookWriter(Stream target, string title, IReadOnlyList<SheetColumn> columns, CancellationToken cancellation = default) : this(target, title, columns, null, cancellation) { }

    /// <inheritdoc cref="WorkbookWriter(Stream, string, IReadOnlyList{SheetColumn}, CancellationToken)"/>
    /// <param name="head">Stands above the columns.</param>
    public WorkbookWriter(Stream target, string title, IReadOnlyList<SheetColumn> columns, SheetHead? head, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Begin(title, columns, head);
    }

    public void Next(string title, IReadOnlyList<SheetColumn> columns, SheetHead? head = null)
    {
        if (_column != 0) throw new InvalidOperationException("The last row is not ended.");
        EndSheet();
        Begin(title, columns, head);
    }

    public long Rows { get; private set; }

    /// <summary>With the further sheets of what one has no room for.</summary>
    public int Sheets => _names.Count;

    public void Text(string? value)
    {
        if (value is null)
        {
            Skip();
            return;
        }

        StartCell(CellStyle.Text);
        _cells.Add(CellText.NeedsPreserve(value) ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : " t=\"inlineStr\"><is><t>"u8);
        _cells.Add(CellText.IsPlain(value) ? value : CellText.Escape(value));
        _cells.Add("</t></is></c>"u8);
    }

    public void Whole(long? value)
    {
        if (Start(value, CellStyle.Whole, value ?? 0)) _cells.Add(value!.Value);
        End(value);
    }

    public void Fraction(decimal? value)
    {
        if (Start(value, CellStyle.Fraction, value ?? 0)) _cells.Add(value!.Value);
        End(value);
    }

    public void Amount(Money? value)
    {
        if (Start(value, CellStyle.Amount, value?.Kronor ?? 0)) _cells.Add(value!.Value.Kronor);
        End(value);
    }

    public void Day(DateOnly? value)
    {
        if (Start(value, CellStyle.Day, 0)) _cells.Add(value!.Value.ToDateTime(TimeOnly.MinValue).ToOADate());
        End(value);
    }

    public void Time(DateTime? value)
    {
        if (Start(value, CellStyle.Time, 0)) _cells.Add(value!.Value.ToOADate());
        End(value);
    }

    public void Duration(long? value)
    {
        if (Start(value, CellStyle.Duration, value ?? 0)) _cells.Add(value!.Value / (double)SecondsPerDay);
        End(value);
    }

    public void EndRow()
    {
        if (_column != _columns.Count) throw new InvalidOperationException($"The row has {_column} cells, the sheet {_columns.Count} columns.");
        _cells.Add("</row>"u8);
        _column = 0;
        Rows++;
        if ((Rows & 0xFF) == 0) _cancellation.ThrowIfCancellationRequested();
    }

    public void Complete()
    {
        if (_column != 0) throw new InvalidOperationException("The last row is not ended.");
        EndSheet();
        AddPart("xl/workbook.xml", WorkbookParts.Workbook(_names));
        AddPart("xl/_rels/workbook.xml.rels", WorkbookParts.WorkbookRelations(_names.Count));
        AddPart("xl/styles.xml", WorkbookParts.Styles);
        AddPart("_rels/.rels", WorkbookParts.Root);
        AddPart("[Content_Types].xml", WorkbookParts.ContentTypes(_names.Count));
        _zip.Dispose();
    }

    public void Dispose()
    {
        _entry?.Dispose();
        _zip.Dispose();
    }

    private void Begin(string title, IReadOnlyList<SheetColumn> columns, SheetHead? head)
    {
        if (columns.Count is 0 or > MaxColumns) throw new ArgumentOutOfRangeException(nameof(columns));
        (_title, _columns, _head, _rowsBefore) = (title, columns, head, Rows);
        _references = [.. Enumerable.Range(0, columns.Count).Select(i => System.Text.Encoding.ASCII.GetBytes($"<c r=\"{Letters(i)}"))];
        _isSummed = [.. columns.Select(column => column.IsSummed)];
        _hasTotals = _isSummed.Contains(true);
        _sums = new decimal[columns.Count];
        _lastRow = RowsPerSheet + (_hasTotals ? 0 : 1);
        StartSheet();
    }

    private bool Start<T>(T? value, CellStyle style, decimal number) where T : struct
    {
        if (value is null)
        {
            Skip();
            return false;
        }

        StartCell(style);
        if (_isSummed[_column - 1]) _sums[_column - 1] += number;
        _cells.Add("><v>"u8);
        return true;
    }

    private void End<T>(T? value) where T : struct
    {
        if (value is not null) _cells.Add("</v></c>"u8);
    }

    private void Skip()
    {
        if (_column == 0) StartRow();
        _column++;
    }

    private void StartCell(CellStyle style)
    {
        if (_column == 0) StartRow();
        Cell(style);
    }

    private void Cell(CellStyle style)
    {
        _cells.Add(_references[_column++]);
        _cells.Add(_row);
        _cells.Add("\" s=\""u8);
        _cells.Add((long)style);
        _cells.Add("\""u8);
    }
}
