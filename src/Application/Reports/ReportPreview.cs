namespace Connect.Application.Reports;

/// <summary>The first rows and the sums of a report.</summary>
/// <param name="Asked">What was asked for, in the reader's language.</param>
public sealed record ReportPreview(ReportParameters Report, IReadOnlyList<ExportParameter> Asked, IReadOnlyList<PreviewSheet> Sheets)
{
    /// <summary>Rows of all sheets.</summary>
    public long Records => Sheets.Sum(sheet => sheet.Records);

    /// <summary>It took longer than one waits at the screen, and was stopped: the sheets are empty, the report can be exported.</summary>
    public bool IsTooLong { get; private init; }

    internal static ReportPreview TooLong(IReport report, ReportParameters parameters) => new(parameters, ReportExport.Describe(report.Definition, parameters), []) { IsTooLong = true };

    internal static async Task<ReportPreview> OfAsync(IReport report, ReportParameters parameters, CancellationToken cancellation)
    {
        var sheets = new List<PreviewSheet>();
        foreach (var sheet in await report.OpenAsync(parameters, cancellation)) sheets.Add(await OfAsync(sheet, cancellation));
        return new(parameters, ReportExport.Describe(report.Definition, parameters), sheets);
    }

    private static async Task<PreviewSheet> OfAsync(ReportSheet sheet, CancellationToken cancellation)
    {
        var rows = new PreviewRows(sheet.Columns, PreviewReport.Rows, cancellation);
        await sheet.WriteAsync(rows, sheet.TotalAsync is null ? null : PreviewReport.Rows, cancellation);
        if (sheet.TotalAsync is null) return new(sheet.Title, sheet.Columns, rows.First, rows.Totals, rows.Rows);
        var totals = await sheet.TotalAsync(cancellation);
        // Fewer than were wanted are all there are.
        if (totals.IsEstimate && rows.Rows < PreviewReport.Rows) return new(sheet.Title, sheet.Columns, rows.First, rows.Totals, rows.Rows);
        var sums = sheet.Columns.Select(column => column.IsSummed ? totals.Sums.GetValueOrDefault(column.Key) : null);
        return new(sheet.Title, sheet.Columns, rows.First, [.. sums], totals.Rows) { IsEstimate = totals.IsEstimate };
    }
}

/// <param name="Rows">A value for each column: text, whole number, fraction, amount, day, Swedish local time, or seconds; null where there is none.</param>
/// <param name="Totals">A value for each column that has a sum, but for an estimate.</param>
/// <param name="Records">How many rows the whole sheet has.</param>
public sealed record PreviewSheet(string Title, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<object?> Totals, long Records)
{
    /// <summary>There is too much to add up on the screen: <see cref="Records"/> is about right, and the totals are left out.</summary>
    public bool IsEstimate { get; init; }
}
