using Connect.Domain.Users;

namespace Connect.Application.Reports;

/// <summary>How far an export has come. Stored by number.</summary>
public enum ExportState
{
    /// <summary>Asked for.</summary>
    Waiting = 1,

    /// <summary>Rows are being written.</summary>
    Running = 2,

    /// <summary>The file can be fetched.</summary>
    Done = 3,

    Failed = 4,

    /// <summary>By the user.</summary>
    Cancelled = 5,
}

/// <summary>Exports as they stand in the database.</summary>
public interface IReportExports
{
    Task AddAsync(NewExport export, CancellationToken cancellation);

    /// <summary>Waiting and running ones that somebody asked for: the user's, and all. What comes by itself keeps nobody from asking.</summary>
    Task<(int Own, int All)> CountOpenAsync(Guid userId, CancellationToken cancellation);

    /// <summary>The user's own exports, made within the reach that the user has now; newest first.</summary>
    Task<IReadOnlyList<ExportRow>> ListAsync(AccountReach reach, Guid userId, CancellationToken cancellation);

    Task<ExportRow?> FindAsync(AccountReach reach, Guid userId, Guid id, CancellationToken cancellation);

    /// <summary>Ends as failed what a kept report would have brought and can't; its owner is told. A schedule whose owner has lost the right to it ends with it.</summary>
    /// <param name="id">Of an export that has not begun.</param>
    /// <param name="reason">Code of an error text.</param>
    /// <param name="now">When it ended.</param>
    /// <param name="cancellation">Ends the statement.</param>
    Task RefuseAsync(Guid id, string reason, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Ends what has not begun, and asks what runs to stop.</summary>
    /// <returns>False when it had ended already.</returns>
    Task<bool> CancelAsync(Guid id, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Removes it, and its file once that is committed.</summary>
    /// <returns>False when it has not ended.</returns>
    Task<bool> RemoveAsync(ExportRow export, CancellationToken cancellation);
}

public sealed record NewExport
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>Top of the reach that the export is made within.</summary>
    public required Guid AccountId { get; init; }

    public required Guid UserId { get; init; }
    public required string Kind { get; init; }

    /// <summary>JSON.</summary>
    public required string Parameters { get; init; }

    public required string Language { get; init; }
    public required string FileName { get; init; }

    /// <summary>The kept report that came by itself; null when somebody asked for it.</summary>
    public Guid? KeptReportId { get; init; }

    /// <summary>The kept report that somebody asked for.</summary>
    public Guid? AskedKeptReportId { get; init; }

    /// <summary>What the personal token that it was ordered with left of the rights (<see cref="Common.Security.UserIdentity.TokenRights"/>); null with a session.</summary>
    public string? TokenRights { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>An export as stored.</summary>
public sealed record ExportRow
{
    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }
    public required string Kind { get; init; }
    public required string Parameters { get; init; }
    public required string Language { get; init; }
    public required ExportState State { get; init; }
    public required long RowsDone { get; init; }
    public long? RowsTotal { get; init; }
    public required string FileName { get; init; }
    public string? FileKey { get; init; }
    public long? FileBytes { get; init; }

    /// <summary>Why it failed: code of an error text.</summary>
    public string? Reason { get; init; }

    /// <summary>Of how many sheets its rows are; null until it is done.</summary>
    public int? Sheets { get; init; }

    /// <summary>The kept report that came by itself; null when somebody asked for it.</summary>
    public Guid? KeptReportId { get; init; }

    /// <summary>The kept report that somebody asked for.</summary>
    public Guid? AskedKeptReportId { get; init; }

    /// <summary>What the personal token that it was ordered with left of the rights (<see cref="Common.Security.UserIdentity.TokenRights"/>); null with a session.</summary>
    public string? TokenRights { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}
