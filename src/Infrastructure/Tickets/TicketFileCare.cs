using Connect.Application.Common.Ports;
using Connect.Application.Tickets;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Tickets;

/// <summary>Removes files that were uploaded for a form that nobody sent, and those that a broken-off upload or removal left without a row.</summary>
internal sealed class TicketFileCare(DbSession db, IFileStore store, TimeProvider clock) : IRecurringWork
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private static readonly Stmt SelectOld = Stmt.Top("SELECT Id, FileKey FROM TicketAttachment WHERE MessageId IS NULL AND UploadedAt < @before ORDER BY UploadedAt");
    private static readonly Stmt DeleteOld = "DELETE FROM TicketAttachment WHERE Id = @id AND MessageId IS NULL";

    private static readonly Stmt SelectKept = "SELECT FileKey FROM TicketAttachment WHERE FileKey IN @keys";

    public string Name => "ticket-files";
    public TimeOnly At => new(3, 20);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var before = clock.GetUtcNow() - Kept;
        while (await db.ListAsync<Old>(SelectOld, new { before, take = AtOnce }, cancellation) is { Count: > 0 } old)
            foreach (var file in old)
                if (await db.RunAsync(() => db.ExecuteAsync(DeleteOld, new { id = file.Id }, cancellation), cancellation) > 0) await store.DeleteAsync(file.FileKey, cancellation);
        foreach (var keys in store.KeysOf(TicketFileReader.Folder, before).Chunk(AtOnce))
            foreach (var key in keys.Except(await db.ListAsync<string>(SelectKept, new { keys }, cancellation))) await store.DeleteAsync(key, cancellation);
    }

    private sealed record Old
    {
        public required Guid Id { get; init; }
        public required string FileKey { get; init; }
    }
}
