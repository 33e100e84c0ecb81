using Connect.Application.Reports;

namespace Connect.Infrastructure.Reports.Excel;

/// <summary>The looks of a cell; the number is its place in <see cref="WorkbookParts.Styles"/>.</summary>
internal enum CellStyle
{
    None = 0,
    Header = 1,
    Text = 2,
    Whole = 3,
    Fraction = 4,
    Amount = 5,
    Day = 6,
    Time = 7,
    Duration = 8,
}

internal static class CellStyles
{
    public static CellStyle Of(SheetColumnType type) => type switch
    {
        SheetColumnType.Whole => CellStyle.Whole,
        SheetColumnType.Fraction => CellStyle.Fraction,
        SheetColumnType.Amount => CellStyle.Amount,
        SheetColumnType.Day => CellStyle.Day,
        SheetColumnType.Time => CellStyle.Time,
        SheetColumnType.Duration => CellStyle.Duration,
        _ => CellStyle.Text,
    };

    /// <summary>In characters. Fixed by type: fitting to the content would mean reading all rows first.</summary>
    public static int WidthOf(SheetColumn column) => Math.Max(column.Header.Length + 4, column.Type switch
    {
        SheetColumnType.Time => 20,
        SheetColumnType.Day or SheetColumnType.Duration or SheetColumnType.Whole => 12,
        SheetColumnType.Amount or SheetColumnType.Fraction => 14,
        SheetColumnType.LongText => 32,
        _ => 18,
    });
}
