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
    Title = 9,
    Asked = 10,
    TotalText = 11,
    TotalWhole = 12,
    TotalFraction = 13,
    TotalAmount = 14,
    TotalDuration = 15,
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

    /// <summary>Of the row of sums.</summary>
    public static CellStyle OfTotal(SheetColumn column) => !column.IsSummed ? CellStyle.TotalText : column.Type switch
    {
        SheetColumnType.Fraction => CellStyle.TotalFraction,
        SheetColumnType.Amount => CellStyle.TotalAmount,
        SheetColumnType.Duration => CellStyle.TotalDuration,
        _ => CellStyle.TotalWhole,
    };
}
