using System.Globalization;
using System.IO.Compression;

namespace Connect.Infrastructure.Reports.Excel;

public sealed partial class WorkbookWriter
{
    private void StartSheet()
    {
        _names.Add(WorkbookParts.FreeSheetName(_title, _names));
        var header = _head is null ? 1 : 3;
        _entry = _zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{_names.Count}.xml"), CompressionLevel.Fastest).Open();
        _cells.Into(_entry);
        _cells.Add(WorkbookParts.SheetStart(string.Concat(_columns.Select((column, i) => string.Create(CultureInfo.InvariantCulture,
            $"""<col min="{i + 1}" max="{i + 1}" width="{SheetLook.WidthOf(column)}" style="{(int)CellStyles.Of(column.Type)}" customWidth="1"/>"""))), _names.Count == 1, header));
        _row = 0;
        if (_head is not null)
        {
            Line(SheetLook.TitleHeight, CellStyle.Title, [_head.Title]);
            Line(null, CellStyle.Asked, [SheetLook.Asked(_head)]);
        }

        Line(SheetLook.HeaderHeightOf(_columns), CellStyle.Header, _columns.Select(column => column.Header));
        _headerRow = _row;
    }

    private void Line(int? height, CellStyle style, IEnumerable<string> texts)
    {
        OpenRow(height is null ? ">"u8 : System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $" ht=\"{height}\" customHeight=\"1\">")));
        foreach (var text in texts) Text(text, style);
        _cells.Add("</row>"u8);
        _column = 0;
    }

    private void Text(string text, CellStyle style)
    {
        Cell(style);
        _cells.Add(" t=\"inlineStr\"><is><t>"u8);
        _cells.Add(CellText.Escape(text));
        _cells.Add("</t></is></c>"u8);
    }

    private void StartRow()
    {
        if (_row >= _lastRow)
        {
            CloseSheet();
            StartSheet();
        }

        OpenRow(">"u8);
    }

    private void OpenRow(ReadOnlySpan<byte> rest)
    {
        _cells.Add("<row r=\""u8);
        _cells.Add(++_row);
        _cells.Add("\""u8);
        _cells.Add(rest);
    }

    // The sums stand below the last rows, outside the filter, so that filtering and sorting leave them where they are.
    private void EndSheet()
    {
        var last = _row;
        if (_hasTotals && Rows > _rowsBefore) WriteTotals();
        CloseSheet(last);
    }

    private void WriteTotals()
    {
        OpenRow(">"u8);
        for (var i = 0; i < _columns.Count; i++)
        {
            if (i == 0 && !_isSummed[0]) Text(Application.Common.Texts.Text.Get("Reports.Total"), CellStyle.TotalText);
            else WriteTotal(i);
        }

        _cells.Add("</row>"u8);
        _column = 0;
    }

    private void WriteTotal(int column)
    {
        Cell(CellStyles.OfTotal(_columns[column]));
        if (!_isSummed[column])
        {
            _cells.Add("/>"u8);
            return;
        }

        _cells.Add("><v>"u8);
        if (_columns[column].Type == Application.Reports.SheetColumnType.Duration) _cells.Add((double)_sums[column] / SecondsPerDay);
        else _cells.Add(_sums[column]);
        _cells.Add("</v></c>"u8);
    }

    private void CloseSheet(int? lastRow = null)
    {
        _cells.Add(WorkbookParts.SheetEnd(Letters(_columns.Count - 1), _headerRow, lastRow ?? _row));
        _cells.Flush();
        _entry!.Dispose();
        _entry = null;
    }

    private void AddPart(string name, string xml)
    {
        using var writer = new StreamWriter(_zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        writer.Write(xml);
    }

    // A, B … Z, AA, AB …
    private static string Letters(int index)
    {
        var letters = "";
        for (var n = index + 1; n > 0; n = (n - 1) / 26) letters = (char)('A' + (n - 1) % 26) + letters;
        return letters;
    }
}
