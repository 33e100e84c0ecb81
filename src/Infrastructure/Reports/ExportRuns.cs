using Connect.Application.Reports;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports;

/// <summary>An export's row as the job that writes it moves it on. A job that has lost its export changes nothing.</summary>
internal sealed class ExportRuns(DbSession db, KeptReportMail mail)
{
    private static readonly Stmt Select = """
        SELECT x.Id, x.UserId, x.Kind, x.Parameters, x.Language, x.State, x.RowsDone, x.RowsTotal, x.FileName, x.FileKey, x.FileBytes, x.Reason, x.KeptReportId, x.TokenRights, x.CreatedAt, x.EndedAt
        FROM ReportExport x WHERE x.Id = @id
        """;

    private static readonly Stmt Start = """
        UPDATE ReportExport SET State = 2, AccountId = @accountId, RowsDone = 0, RowsTotal = @total, StartedAt = @now WHERE Id = @id AND State IN (1, 2)
        """;

    // What somebody asked for goes before what comes by itself.
    private static readonly Stmt CountAhead = """
        SELECT COUNT(*) FROM ReportExport o
        WHERE o.State = 1 AND ((o.KeptReportId IS NULL AND @byItself = 1) OR (o.Seq < (SELECT x.Seq FROM ReportExport x WHERE x.Id = @id) AND (o.KeptReportId IS NULL OR @byItself = 1)))
        """;

    private static readonly Stmt Move = "UPDATE ReportExport SET RowsDone = @rows WHERE Id = @id AND State = 2";
    private static readonly Stmt SelectCancel = "SELECT COUNT(*) FROM ReportExport WHERE Id = @id AND State = 2 AND CancelRequested = 0";

    private static readonly Stmt Finish = """
        UPDATE ReportExport SET State = 3, RowsDone = @rows, RowsTotal = @rows, Sheets = @sheets, FileKey = @key, FileBytes = @bytes, EndedAt = @now
        WHERE Id = @id AND State = 2 AND CancelRequested = 0
        """;

    private static readonly Stmt End = """
        UPDATE ReportExport SET State = @state, Reason = @reason, EndedAt = @now WHERE Id = @id AND State IN (1, 2)
        """;

    private static readonly Stmt StopSchedule = """
        UPDATE KeptReport SET Every = NULL, Day = NULL, NextOn = NULL WHERE Id = (SELECT x.KeptReportId FROM ReportExport x WHERE x.Id = @id)
        """;

    public Task<ExportRow?> FindAsync(Guid id, CancellationToken cancellation) => db.FirstOrDefaultAsync<ExportRow>(Select, new { id }, cancellation);

    /// <summary>How many wait before it.</summary>
    public Task<int> AheadAsync(Guid id, bool byItself, CancellationToken cancellation) => db.FirstOrDefaultAsync<int>(CountAhead, new { id, byItself }, cancellation);

    /// <summary>From the first row, also after a kill.</summary>
    /// <param name="accountId">Top of the reach that the rows are read within.</param>
    /// <param name="total">About how many rows there will be.</param>
    /// <returns>False when it has ended meanwhile.</returns>
    public async Task<bool> StartAsync(Guid id, Guid accountId, long? total, DateTimeOffset now, CancellationToken cancellation) =>
        await db.ExecuteAsync(Start, new { id, accountId, total, now }, cancellation) == 1;

    /// <returns>False when nobody waits for it any more.</returns>
    public async Task<bool> MoveAsync(Guid id, long rows, CancellationToken cancellation)
    {
        await db.ExecuteAsync(Move, new { id, rows }, cancellation);
        return await db.FirstOrDefaultAsync<int>(SelectCancel, new { id }, cancellation) == 1;
    }

    /// <returns>False when it was cancelled while the last rows were written.</returns>
    public Task<bool> FinishAsync(Guid id, WrittenExport file, DateTimeOffset now, CancellationToken cancellation) =>
        EndedAsync(id, Finish, new { id, rows = file.Rows, sheets = file.Sheets, key = file.Key, bytes = file.Bytes, now }, cancellation);

    /// <summary>A kept report whose owner has lost the right to it comes no more: the same would be told every day.</summary>
    public Task EndAsync(Guid id, ExportState state, string? reason, DateTimeOffset now, CancellationToken cancellation) => db.RunAsync(async () =>
    {
        if (await EndedAsync(id, End, new { id, state, reason, now }, cancellation) && reason == ExportKinds.RightsLost) await db.ExecuteAsync(StopSchedule, new { id }, cancellation);
        return true;
    }, cancellation);

    private Task<bool> EndedAsync(Guid id, Stmt end, object values, CancellationToken cancellation) => db.RunAsync(async () =>
    {
        if (await db.ExecuteAsync(end, values, cancellation) == 0) return false;
        await mail.SendAsync(id, cancellation);
        return true;
    }, cancellation);
}

/// <summary>A file that lies in the store.</summary>
/// <param name="Rows">Of all its sheets, without heads and sums.</param>
internal sealed record WrittenExport(string Key, long Rows, int Sheets, long Bytes);
