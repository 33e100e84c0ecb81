using System.Globalization;

namespace Connect.Benchmarks;

/// <summary>The one table: scenario, product, floor, ratio, limit.</summary>
internal static class Table
{
    public static void Print(IReadOnlyList<Row> rows, TextWriter output)
    {
        if (rows.Count == 0)
        {
            output.WriteLine("No scenario of that name.");
            return;
        }

        string[] head = ["scenario", "product", "floor", "ratio", "limit", "", "remark"];
        List<string[]> lines = [head, .. rows.Select(Cells)];
        var widths = head.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        foreach (var (index, line) in lines.Index())
        {
            output.WriteLine("| " + string.Join(" | ", line.Select((cell, column) => cell.PadRight(widths[column]))) + " |");
            if (index == 0) output.WriteLine("|" + string.Join("|", widths.Select(width => new string('-', width + 2))) + "|");
        }
    }

    private static string[] Cells(Row row) =>
        [row.Name, Milliseconds(row.Product), Milliseconds(row.Floor), Number(row.Ratio) + "×", Text(row.Limit), row.Holds ? "met" : "NOT MET", row.Remark ?? ""];

    private static string Text(Limit limit) => Number(limit.Ratio) + "×" + (limit.Plus > TimeSpan.Zero ? " + " + Milliseconds(limit.Plus) : "");

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString(time.TotalMilliseconds < 100 ? "0.0" : "0", CultureInfo.InvariantCulture) + " ms";

    private static string Number(double value) => value.ToString("0.0#", CultureInfo.InvariantCulture);
}
