namespace Connect.Application.Reports;

/// <summary>
/// One report: what its form asks for, and the sheets that it consists of. To add a report is to write one class and register it by one
/// line, <c>services.AddReport&lt;…&gt;()</c>; page, API, preview, rights, "Mina rapporter" and the Excel file come by themselves.
/// </summary>
public interface IReport
{
    Report Definition { get; }

    /// <summary>
    /// Opens what it tells, within the reach of the scope's user: that of whoever looks at the preview, or of the owner when the job runs.
    /// What has left the reach since the report was ordered is passed over.
    /// </summary>
    Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation);
}

/// <summary>One sheet of a report. Preview and Excel are of this very source.</summary>
/// <param name="Title">In the reader's language.</param>
/// <param name="WriteAsync">Writes the rows one at a time, only the first so many when a number is given: the preview wants no more.</param>
public sealed record ReportSheet(string Title, IReadOnlyList<SheetColumn> Columns, Func<IRowWriter, int?, CancellationToken, Task> WriteAsync)
{
    /// <summary>About how many rows there are, for the progress; null when nobody knows.</summary>
    public long? Estimate { get; init; }

    /// <summary>
    /// Number of rows and sums without reading the rows: for reports of very many. Without it the preview reads all rows and adds them up.
    /// An estimate where that is too much as well.
    /// </summary>
    public Func<CancellationToken, Task<SheetTotals>>? TotalAsync { get; init; }
}

/// <param name="Rows">How many there are.</param>
/// <param name="Sums">By the key of each column that has one: whole numbers and seconds as long, fractions as decimal, amounts as Money.</param>
public sealed record SheetTotals(long Rows, IReadOnlyDictionary<string, object> Sums)
{
    /// <summary>It is about so many rows, and their sums stand in the Excel file only: there is too much to add up while somebody looks at the screen.</summary>
    public bool IsEstimate { get; private init; }

    public static SheetTotals About(long rows) => new(rows, new Dictionary<string, object>()) { IsEstimate = true };
}

/// <summary>All reports there are, in the order in which they are offered.</summary>
public sealed class ReportKinds(IEnumerable<IReport> reports)
{
    private readonly Dictionary<string, IReport> _byKind = reports.ToDictionary(report => report.Definition.Kind);

    public IEnumerable<Report> All => _byKind.Values.Select(report => report.Definition);

    /// <summary>Null where there is none of that kind.</summary>
    public IReport? Find(string kind) => _byKind.GetValueOrDefault(kind);
}
