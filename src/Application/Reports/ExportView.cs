namespace Connect.Application.Reports;

/// <summary>An export as its owner sees it.</summary>
public sealed record ExportView
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }

    /// <summary>What was asked for, in the reader's language.</summary>
    public required IReadOnlyList<ExportParameter> Parameters { get; init; }

    public required ExportState State { get; init; }

    /// <summary>Rows of data on all its sheets, without heads and sums.</summary>
    public required long RowsDone { get; init; }

    /// <summary>About how many rows there will be; exact when it is done.</summary>
    public long? RowsTotal { get; init; }

    /// <summary>Of how many sheets the rows are; null until it is done.</summary>
    public int? Sheets { get; init; }

    /// <summary>The kept report that it is a result of.</summary>
    public Guid? KeptReportId { get; init; }

    /// <summary>0–100; null when nobody knows how many rows there are.</summary>
    public int? Percent => State == ExportState.Done ? 100
        : RowsTotal is not { } total ? null
        : total == 0 ? 0 : (int)Math.Min(99, RowsDone * 100 / total);

    public required string FileName { get; init; }
    public long? FileBytes { get; init; }

    /// <summary>Code of the error text that says why it failed.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it is removed; null while it is not finished.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public bool IsOpen => State is ExportState.Waiting or ExportState.Running;

    internal static ExportView Of(ExportRow row, ExportKinds kinds, ReportOptions options) => new()
    {
        Id = row.Id,
        Kind = row.Kind,
        Parameters = kinds.Find(row.Kind)?.Describe(row.Parameters) ?? [],
        State = row.State,
        RowsDone = row.RowsDone,
        RowsTotal = row.RowsTotal,
        Sheets = row.Sheets,
        KeptReportId = row.KeptReportId ?? row.AskedKeptReportId,
        FileName = row.FileName,
        FileBytes = row.FileBytes,
        Reason = row.Reason,
        CreatedAt = row.CreatedAt,
        EndedAt = row.EndedAt,
        ExpiresAt = row.EndedAt?.AddDays(options.KeepDays),
    };
}
