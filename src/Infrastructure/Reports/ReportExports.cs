using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports;

internal sealed class ReportExports(DbSession db, ExportRuns runs, IFileStore files) : IReportExports
{
    private const string Columns = """
        SELECT x.Id, x.UserId, x.Kind, x.Parameters, x.Language, x.State, x.RowsDone, x.RowsTotal, x.Sheets, x.FileName, x.FileKey, x.FileBytes, x.Reason,
            x.KeptReportId, x.AskedKeptReportId, x.CreatedAt, x.EndedAt
        FROM ReportExport x
        """;

    // A file made within a wider reach is not there for a user whose reach has shrunk.
    private const string Own = """
        WHERE x.UserId = @userId AND x.OrganisationId = @organisationId
            AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = x.AccountId)
        """;

    private static readonly Stmt Insert = """
        INSERT INTO ReportExport (Id, OrganisationId, AccountId, UserId, Kind, Parameters, Language, State, RowsDone, FileName, KeptReportId, AskedKeptReportId, TokenRights, CancelRequested, CreatedAt)
        VALUES (@Id, @OrganisationId, @AccountId, @UserId, @Kind, @Parameters, @Language, 1, 0, @FileName, @KeptReportId, @AskedKeptReportId, @TokenRights, 0, @CreatedAt)
        """;

    private const string Open = "SELECT COUNT(CASE WHEN x.UserId = @userId THEN 1 END) AS Own, COUNT(*) AS InAll FROM ReportExport x";

    // Whoever counts holds the count until the order is written, or several at once would all be the last. SQLite's write transaction is alone already.
    private static readonly Stmt CountOpen = new(
        $"{Open} WHERE x.State IN (1, 2) AND x.KeptReportId IS NULL",
        $"{Open} WITH (UPDLOCK, HOLDLOCK) WHERE x.State IN (1, 2) AND x.KeptReportId IS NULL");

    private static readonly Stmt SelectOwn = $"{Columns} {Own} ORDER BY x.CreatedAt DESC, x.Seq DESC";
    private static readonly Stmt SelectOne = $"{Columns} {Own} AND x.Id = @id";

    private static readonly Stmt CancelWaiting = """
        UPDATE ReportExport SET State = 5, EndedAt = @now, CancelRequested = 1 WHERE Id = @id AND State = 1
        """;

    private static readonly Stmt CancelRunning = "UPDATE ReportExport SET CancelRequested = 1 WHERE Id = @id AND State = 2";

    private static readonly Stmt DeleteEnded = "DELETE FROM ReportExport WHERE Id = @id AND State IN (3, 4, 5)";

    public Task AddAsync(NewExport export, CancellationToken cancellation) => db.ExecuteAsync(Insert, export, cancellation);

    public async Task<(int Own, int All)> CountOpenAsync(Guid userId, CancellationToken cancellation)
    {
        var open = await db.FirstOrDefaultAsync<OpenExports>(CountOpen, new { userId }, cancellation);
        return (open?.Own ?? 0, open?.InAll ?? 0);
    }

    public Task<IReadOnlyList<ExportRow>> ListAsync(AccountReach reach, Guid userId, CancellationToken cancellation) =>
        db.ListAsync<ExportRow>(SelectOwn, new { userId, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellation);

    public Task<ExportRow?> FindAsync(AccountReach reach, Guid userId, Guid id, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<ExportRow>(SelectOne, new { userId, organisationId = reach.OrganisationId, reachId = reach.AccountId, id }, cancellation);

    public Task RefuseAsync(Guid id, string reason, DateTimeOffset now, CancellationToken cancellation) => runs.EndAsync(id, ExportState.Failed, reason, now, cancellation);

    public async Task<bool> CancelAsync(Guid id, DateTimeOffset now, CancellationToken cancellation) =>
        await db.ExecuteAsync(CancelWaiting, new { id, now }, cancellation) + await db.ExecuteAsync(CancelRunning, new { id }, cancellation) > 0;

    public async Task<bool> RemoveAsync(ExportRow export, CancellationToken cancellation)
    {
        if (await db.ExecuteAsync(DeleteEnded, new { id = export.Id }, cancellation) == 0) return false;
        if (export.FileKey is { } key) await db.AfterCommitAsync(() => DeleteFileAsync(key));
        return true;
    }

    private async Task DeleteFileAsync(string key)
    {
        try
        {
            await files.DeleteAsync(key, CancellationToken.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The clean-up finds that nothing tells of it.
        }
    }

    private sealed record OpenExports
    {
        public int Own { get; init; }
        public int InAll { get; init; }
    }
}
