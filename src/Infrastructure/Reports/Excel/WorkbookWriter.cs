using System.IO.Compression;
using Connect.Application.Reports;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Reports.Excel;

/// <summary>
/// Writes an Excel file as its rows come: SpreadsheetML straight into a zip, so that a million rows need no more memory
/// than ten. Typed cells, a header that stays in sight, filters, and a further sheet whenever one is full.
/// </summary>
public sealed partial class WorkbookWriter : IRowWriter, IDisposable
{
    /// <summary>Rows of a sheet below its header.</summary>
    public const int RowsPerSheet = 1_048_575;

    private const int MaxColumns = 16_384, SecondsPerDay = 86_400;

    private readonly ZipArchive _zip;
    private readonly CellBuffer _cells = new();
    private readonly string _title;
    private readonly IReadOnlyList<SheetColumn> _columns;
    private readonly byte[][] _references;
    private readonly CancellationToken _cancellation;
    private Stream? _entry;
    private int _sheets, _row, _column;

    /// <param name="target">Seekable; stays open.</param>
    public WorkbookWriter(Stream target, string title, IReadOnlyList<SheetColumn> columns, CancellationToken cancellation = default)
    {
        if (columns.Count is 0 or > MaxColumns) throw new ArgumentOutOfRangeException(nameof(columns));
        (_title, _columns, _cancellation) = (title, columns, cancellation);
        _references = [.. Enumerable.Range(0, columns.Count).Select(i => System.Text.Encoding.ASCII.GetBytes($"<c r=\"{Letters(i)}"))];
        _zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        StartSheet();
    }

    public long Rows { get; private set; }

    public void Text(string? value)
    {
        if (value is null)
        {
            Skip();
            return;
        }

        Open(CellStyle.Text);
        _cells.Add(CellText.NeedsPreserve(value) ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : " t=\"inlineStr\"><is><t>"u8);
        _cells.Add(CellText.IsPlain(value) ? value : CellText.Escape(value));
        _cells.Add("</t></is></c>"u8);
    }

    public void Whole(long? value)
    {
        if (Start(value, CellStyle.Whole)) _cells.Add(value!.Value);
        End(value);
    }

    public void Fraction(decimal? value)
    {
        if (Start(value, CellStyle.Fraction)) _cells.Add(value!.Value);
        End(value);
    }

    public void Amount(Money? value)
    {
        if (Start(value, CellStyle.Amount)) _cells.Add(value!.Value.Kronor);
        End(value);
    }

    public void Day(DateOnly? value)
    {
        if (Start(value, CellStyle.Day)) _cells.Add(value!.Value.ToDateTime(TimeOnly.MinValue).ToOADate());
        End(value);
    }

    public void Time(DateTime? value)
    {
        if (Start(value, CellStyle.Time)) _cells.Add(value!.Value.ToOADate());
        End(value);
    }

    public void Duration(long? value)
    {
        if (Start(value, CellStyle.Duration)) _cells.Add(value!.Value / (double)SecondsPerDay);
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

    /// <summary>Ends the file. Without it the file is not one.</summary>
    public void Complete()
    {
        if (_column != 0) throw new InvalidOperationException("The last row is not ended.");
        EndSheet();
        AddPart("xl/workbook.xml", WorkbookParts.Workbook(_title, _sheets));
        AddPart("xl/_rels/workbook.xml.rels", WorkbookParts.WorkbookRelations(_sheets));
        AddPart("xl/styles.xml", WorkbookParts.Styles);
        AddPart("_rels/.rels", WorkbookParts.Root);
        AddPart("[Content_Types].xml", WorkbookParts.ContentTypes(_sheets));
        _zip.Dispose();
    }

    public void Dispose()
    {
        _entry?.Dispose();
        _zip.Dispose();
    }

    private bool Start<T>(T? value, CellStyle style) where T : struct
    {
        if (value is null)
        {
            Skip();
            return false;
        }

        Open(style);
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

    private void Open(CellStyle style)
    {
        if (_column == 0) StartRow();
        _cells.Add(_references[_column++]);
        _cells.Add(_row);
        _cells.Add("\" s=\""u8);
        _cells.Add((long)style);
        _cells.Add("\""u8);
    }
}
