using System.Globalization;
using System.IO.Compression;

namespace Connect.Infrastructure.Reports.Excel;

public sealed partial class WorkbookWriter
{
    private void StartSheet()
    {
        _sheets++;
        _entry = _zip.CreateEntry($"xl/worksheets/sheet{_sheets}.xml", CompressionLevel.Fastest).Open();
        _cells.Into(_entry);
        _cells.Add(WorkbookParts.SheetStart(string.Concat(_columns.Select((column, i) => string.Create(CultureInfo.InvariantCulture,
            $"""<col min="{i + 1}" max="{i + 1}" width="{CellStyles.WidthOf(column)}" style="{(int)CellStyles.Of(column.Type)}" customWidth="1"/>"""))), _sheets == 1));
        _row = 0;
        OpenRow(" ht=\"20\" customHeight=\"1\">"u8);
        foreach (var column in _columns) Header(column.Header);
        _cells.Add("</row>"u8);
        _column = 0;
    }

    private void Header(string text)
    {
        _cells.Add(_references[_column++]);
        _cells.Add(_row);
        _cells.Add("\" s=\"1\" t=\"inlineStr\"><is><t>"u8);
        _cells.Add(CellText.Escape(text));
        _cells.Add("</t></is></c>"u8);
    }

    private void StartRow()
    {
        if (_row > RowsPerSheet)
        {
            EndSheet();
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

    private void EndSheet()
    {
        _cells.Add(WorkbookParts.SheetEnd(Letters(_columns.Count - 1), _row));
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
