using System.Globalization;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;

namespace Connect.Web.Pages.Reports;

/// <summary>A sheet of a preview as the page shows it: without the columns that hold nothing in any of its rows.</summary>
/// <param name="IsNamed">One of several.</param>
internal sealed record SheetView(PreviewSheet Sheet, bool IsNamed)
{
    private const int MostOfCard = 16;
    private const string TimeFormat = "yyyy-MM-dd HH:mm";

    /// <summary>Places of the columns that are shown.</summary>
    public IReadOnlyList<int> Columns { get; } = [.. Enumerable.Range(0, Sheet.Columns.Count).Where(i => Sheet.Columns[i].IsOnScreen && (Sheet.Rows.Any(row => row[i] is not null) || IsMoreThanNothing(Sheet.Totals[i])))];

    /// <summary>Too many columns for a card.</summary>
    public bool IsWide => Columns.Count > MostOfCard;

    public bool HasTotals => !Sheet.IsEstimate && Columns.Any(i => Sheet.Columns[i].IsSummed);

    /// <summary>How many of how many rows are shown.</summary>
    public string Count => Sheet.IsEstimate ? Text.Get("Reports.PreviewAbout", Sheet.Rows.Count, Format.Number(Sheet.Records))
        : Sheet.Rows.Count < Sheet.Records ? Text.Get("Reports.PreviewCount", Sheet.Rows.Count, Format.Number(Sheet.Records))
        : Text.Get("Reports.PreviewAll", Sheet.Rows.Count);

    public static bool IsNumber(SheetColumn column) =>
        column.Type is SheetColumnType.Whole or SheetColumnType.Fraction or SheetColumnType.Amount or SheetColumnType.Duration;

    public static string Shown(SheetColumn column, object? value) => value switch
    {
        null => "",
        Money amount => Format.Money(amount),
        DateOnly day => Format.Day(day),
        DateTime time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        decimal fraction => fraction.ToString("#,##0.00##", Text.Reader),
        long seconds when column.Type == SheetColumnType.Duration => Format.Duration(TimeSpan.FromSeconds(seconds)),
        long whole => Format.Number(whole),
        _ => column.Type == SheetColumnType.Phone ? Format.Phone((string)value) : (string)value,
    };

    private static bool IsMoreThanNothing(object? total) => total switch
    {
        null => false,
        Money amount => amount != Money.Zero,
        decimal fraction => fraction != 0,
        _ => (long)total != 0,
    };
}
