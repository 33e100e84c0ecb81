using ClosedXML.Excel;
using Connect.Application.Reports;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Reports.Excel;

/// <summary>Writes a file of few rows with ClosedXML, with the looks of <see cref="SheetLook"/>.</summary>
internal static class FormattedWorkbook
{
    private const decimal SecondsPerDay = 86_400;

    // By ClosedXML, for the edges of a cell.
    private const double WidthAdded = 0.71;

    /// <param name="target">Seekable; stays open.</param>
    public static void Write(Stream target, IReadOnlyList<HeldSheet> sheets)
    {
        using var book = new XLWorkbook(XLEventTracking.Disabled);
        (book.Style.Font.FontName, book.Style.Font.FontSize) = (SheetLook.Font, SheetLook.FontSize);
        var names = new List<string>();
        foreach (var sheet in sheets)
        {
            names.Add(WorkbookParts.FreeSheetName(sheet.Title, names));
            Add(book.AddWorksheet(names[^1]), sheet);
        }

        book.SaveAs(target);
    }

    private static void Add(IXLWorksheet to, HeldSheet sheet)
    {
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            var column = to.Column(i + 1);
            column.Width = SheetLook.WidthOf(sheet.Columns[i]) - WidthAdded;
            Format(column.Style, sheet.Columns[i].Type);
        }

        var header = Head(to, sheet);
        var row = header;
        foreach (var cells in sheet.Rows) Fill(to.Row(++row), cells);
        to.SheetView.FreezeRows(header);
        to.Range(header, 1, row, sheet.Columns.Count).SetAutoFilter();
        if (sheet.Rows.Count > 0 && sheet.Columns.Any(column => column.IsSummed)) AddTotals(to.Row(row + 1), sheet);
    }

    /// <returns>The row of the columns' names.</returns>
    private static int Head(IXLWorksheet to, HeldSheet sheet)
    {
        var row = 1;
        if (sheet.Head is { } head)
        {
            var title = Set(to.Cell(row, 1), head.Title).Style;
            (title.Font.Bold, title.Font.FontSize, title.Font.FontColor) = (true, SheetLook.TitleSize, XLColor.FromHtml("#" + SheetLook.TitleInk));
            title.Alignment.Vertical = XLAlignmentVerticalValues.Center;
            to.Row(row++).Height = SheetLook.TitleHeight;
            Set(to.Cell(row++, 1), SheetLook.Asked(head)).Style.Font.FontColor = XLColor.FromHtml("#" + SheetLook.AskedInk);
        }

        for (var i = 0; i < sheet.Columns.Count; i++) Header(Set(to.Cell(row, i + 1), sheet.Columns[i].Header).Style);
        to.Row(row).Height = SheetLook.HeaderHeightOf(sheet.Columns);
        return row;
    }

    private static void Header(IXLStyle style)
    {
        (style.Font.Bold, style.Font.FontColor, style.Fill.BackgroundColor) = (true, XLColor.FromHtml("#" + SheetLook.HeaderInk), XLColor.FromHtml("#" + SheetLook.HeaderFill));
        (style.Alignment.Vertical, style.Alignment.WrapText) = (XLAlignmentVerticalValues.Center, true);
    }

    private static void Fill(IXLRow row, object?[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
            if (cells[i] is { } value) Fill(row.Cell(i + 1), value);
    }

    private static void Fill(IXLCell cell, object value) => _ = value switch
    {
        string text => Set(cell, text),
        long whole => cell.SetValue(whole),
        decimal fraction => cell.SetValue(fraction),
        Money amount => cell.SetValue(amount.Kronor),
        DateOnly day => cell.SetValue(day.ToDateTime(TimeOnly.MinValue).ToOADate()),
        DateTime time => cell.SetValue(time.ToOADate()),
        Seconds duration => cell.SetValue(duration.Count / SecondsPerDay),
        _ => throw new InvalidOperationException($"A cell of {value.GetType()}."),
    };

    private static void Format(IXLStyle style, SheetColumnType type)
    {
        if (SheetLook.BuiltInFormatOf(type) is { } known) style.NumberFormat.NumberFormatId = known;
        else style.NumberFormat.Format = SheetLook.FormatOf(type);
    }

    // Text stays text, whatever it looks like; SetValue would make 0701740605 a number.
    private static IXLCell Set(IXLCell cell, string text)
    {
        Format(cell.Style, SheetColumnType.Text);
        cell.SetValue(CellText.Clean(text));
        cell.Style.Alignment.WrapText = false; // a line break sets it
        return cell.SetDataType(XLDataType.Text);
    }

    private static void AddTotals(IXLRow row, HeldSheet sheet)
    {
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            var (cell, column) = (row.Cell(i + 1), i);
            if (sheet.Columns[i].IsSummed) cell.SetValue(Sum(sheet.Columns[i].Type, sheet.Rows.Select(cells => cells[column])));
            else if (i == 0) Set(cell, Application.Common.Texts.Text.Get("Reports.Total"));
            else Format(cell.Style, SheetColumnType.Text);
            cell.Style.Font.Bold = true;
            (cell.Style.Border.TopBorder, cell.Style.Border.TopBorderColor) = (XLBorderStyleValues.Thin, XLColor.FromHtml("#" + SheetLook.HeaderFill));
        }
    }

    private static decimal Sum(SheetColumnType type, IEnumerable<object?> cells)
    {
        var sum = cells.Sum(cell => cell switch
        {
            long whole => whole,
            decimal fraction => fraction,
            Money amount => amount.Kronor,
            Seconds duration => duration.Count,
            _ => 0,
        });
        return type == SheetColumnType.Duration ? sum / SecondsPerDay : sum;
    }
}
