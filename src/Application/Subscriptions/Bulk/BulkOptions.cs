namespace Connect.Application.Subscriptions.Bulk;

/// <summary>Limits of jobs on several services: settings <c>Bulk:…</c>.</summary>
public sealed record BulkOptions
{
    /// <summary>Bytes of a file with services.</summary>
    public const int MostFileBytes = 5_000_000;

    /// <summary>Services in one job.</summary>
    public int MostRows { get; init; } = 5_000;

    /// <summary>Jobs that one user may have that are not ended, previews included.</summary>
    public int OpenPerUser { get; init; } = 5;

    /// <summary>Jobs that may be checked or carried out at a time in the whole installation.</summary>
    public int OpenInAll { get; init; } = 100;

    /// <summary>Days after which a preview that nobody confirmed is called off.</summary>
    public int KeepPreviewDays { get; init; } = 7;

    /// <summary>Days that an ended job is kept.</summary>
    public int KeepDays { get; init; } = 90;
}
