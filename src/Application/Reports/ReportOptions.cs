namespace Connect.Application.Reports;

/// <summary>Limits of exports: settings <c>Reports:…</c>.</summary>
public sealed record ReportOptions
{
    /// <summary>Exports that one user may have waiting or running, those that come by themselves aside.</summary>
    public int OpenPerUser { get; init; } = 3;

    /// <summary>Exports that may be waiting or running in the whole installation, those that come by themselves aside.</summary>
    public int OpenInAll { get; init; } = 100;

    /// <summary>Exports that one process writes at the same time; those that come by themselves leave one of several for those who ask.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>How long one statement of an export may run: a report of very many rows adds them up before the first comes.</summary>
    public TimeSpan StatementTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a preview may take: well within the 30 seconds of a statement.</summary>
    public TimeSpan PreviewTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Days that a finished export is kept.</summary>
    public int KeepDays { get; init; } = 30;
}
