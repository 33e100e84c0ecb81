using System.Globalization;
using Connect.Application.Reports;

namespace Connect.Infrastructure.Reports.Excel;

/// <summary>What sheets look like, said once.</summary>
internal static class SheetLook
{
    public const string Font = "Calibri";
    public const int FontSize = 11, TitleSize = 14;

    /// <summary>RGB.</summary>
    public const string HeaderFill = "27364A", HeaderInk = "FFFFFF", TitleInk = "27364A", AskedInk = "5B6676";

    /// <summary>In points.</summary>
    public const int HeaderHeight = 20, TallHeaderHeight = 34, TitleHeight = 24;

    // Beyond so many characters a header takes two lines.
    private const int LongHeader = 20, Room = 4, RoomOfHalf = 6;

    public static int HeaderHeightOf(IEnumerable<SheetColumn> columns) => columns.Any(IsTall) ? TallHeaderHeight : HeaderHeight;

    /// <summary>In characters. Fixed by type: fitting to the content would mean reading all rows first.</summary>
    public static int WidthOf(SheetColumn column) => Math.Max(IsTall(column) ? column.Header.Length / 2 + RoomOfHalf : column.Header.Length + Room, column.Type switch
    {
        SheetColumnType.Time => 20,
        SheetColumnType.Day or SheetColumnType.Duration or SheetColumnType.Whole => 12,
        SheetColumnType.Amount or SheetColumnType.Fraction => 14,
        SheetColumnType.LongText => 32,
        _ => 18,
    });

    /// <summary>Number formats are written the way all languages of Excel read them; the reader's own shows 1 234,50 or 1,234.50.</summary>
    public static string FormatOf(SheetColumnType type) => type switch
    {
        SheetColumnType.Whole => "#,##0",
        SheetColumnType.Fraction => "#,##0.00##",
        SheetColumnType.Amount => """#,##0.00##\ "kr" """.TrimEnd(),
        SheetColumnType.Day => @"yyyy\-mm\-dd",
        SheetColumnType.Time => @"yyyy\-mm\-dd\ hh:mm:ss",
        SheetColumnType.Duration => "[h]:mm:ss",
        _ => "@",
    };

    /// <summary>The number by which Excel itself knows the format; null where it knows none.</summary>
    public static int? BuiltInFormatOf(SheetColumnType type) => type switch
    {
        SheetColumnType.Whole => 3,
        SheetColumnType.Fraction or SheetColumnType.Amount or SheetColumnType.Day or SheetColumnType.Time or SheetColumnType.Duration => null,
        _ => 49,
    };

    /// <summary>What was asked for, in one line below the title.</summary>
    public static string Asked(SheetHead head) => string.Join(" · ", head.Asked.Select(asked => string.Create(CultureInfo.InvariantCulture, $"{asked.Label}: {asked.Value}")));

    private static bool IsTall(SheetColumn column) => column.Header.Length > LongHeader;
}
