using Connect.Application.Reports;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Reports.Excel;

/// <summary>A sheet in memory, before it is known how long the file becomes.</summary>
internal sealed record HeldSheet(string Title, IReadOnlyList<SheetColumn> Columns, SheetHead? Head)
{
    /// <summary>Cells of the types of <see cref="IRowWriter"/>: text, whole numbers, fractions, <see cref="Money"/>, days, times and <see cref="Seconds"/>.</summary>
    public List<object?[]> Rows { get; } = [];

    public void WriteTo(IRowWriter writer)
    {
        foreach (var row in Rows)
        {
            foreach (var cell in row) Write(writer, cell);
            writer.EndRow();
        }
    }

    private static void Write(IRowWriter writer, object? cell)
    {
        switch (cell)
        {
            case long whole: writer.Whole(whole); break;
            case decimal fraction: writer.Fraction(fraction); break;
            case Money amount: writer.Amount(amount); break;
            case DateOnly day: writer.Day(day); break;
            case DateTime time: writer.Time(time); break;
            case Seconds duration: writer.Duration(duration.Count); break;
            default: writer.Text((string?)cell); break;
        }
    }
}

/// <summary>How long something lasted.</summary>
internal readonly record struct Seconds(long Count);
