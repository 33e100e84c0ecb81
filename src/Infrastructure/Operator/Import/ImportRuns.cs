using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>How far each load has come. A load that changes nothing leaves no row.</summary>
internal sealed class ImportRuns(DbSession db, TimeProvider clock)
{
    /// <summary>Of a load that is not resumed: nothing is written of it.</summary>
    public const string None = "";

    private static readonly Stmt SelectOpen = Stmt.Top("SELECT FileName, RowsApplied FROM ImportRun WHERE ContentHash = @contentHash AND EndedAt IS NULL ORDER BY StartedAt DESC");
    private static readonly Stmt Advance = "UPDATE ImportRun SET FileName = @file, RowsApplied = @rows WHERE ContentHash = @contentHash AND EndedAt IS NULL";
    private static readonly Stmt Start = "INSERT INTO ImportRun (Id, ContentHash, StartedAt, FileName, RowsApplied) VALUES (@id, @contentHash, @now, @file, @rows)";
    private static readonly Stmt End = "UPDATE ImportRun SET EndedAt = @now WHERE ContentHash = @contentHash AND EndedAt IS NULL";

    /// <summary>Where an earlier, broken-off load of the same content stopped.</summary>
    public async Task<ImportPosition?> FindOpenAsync(string contentHash, CancellationToken cancellation) =>
        contentHash == None ? null : await db.FirstOrDefaultAsync<ImportPosition>(SelectOpen, new { contentHash, take = 1 }, cancellation);

    public async Task AdvanceAsync(string contentHash, string file, long rows, CancellationToken cancellation)
    {
        if (contentHash == None) return;
        if (await db.ExecuteAsync(Advance, new { contentHash, file, rows }, cancellation) == 0)
            await db.ExecuteAsync(Start, new { id = Guid.CreateVersion7(), contentHash, now = clock.GetUtcNow(), file, rows }, cancellation);
    }

    public Task EndAsync(string contentHash, CancellationToken cancellation) =>
        contentHash == None ? Task.CompletedTask : db.ExecuteAsync(End, new { contentHash, now = clock.GetUtcNow() }, cancellation);
}

internal sealed record ImportPosition
{
    public required string FileName { get; init; }
    public required long RowsApplied { get; init; }
}
