using Connect.Application.Common.Ports;
using Connect.Domain.Common;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Jobs;

internal sealed class WorkQueue(DbSession db, WorkSignal signal, TimeProvider clock) : IWorkQueue
{
    private const string Row = """
        INSERT INTO WorkItem (Id, Kind, SubjectId, Payload, State, DueAt, DueOn, NextTryAt, Attempts, LostLeases, IdempotencyKey, CreatedAt)
        SELECT @id, @Kind, @SubjectId, @Payload, 1, @due, @DueOn, @due, 0, 0, @key, @now
        """;

    private static readonly Stmt Insert = new(
        $"{Row} WHERE NOT EXISTS (SELECT 1 FROM WorkItem WHERE IdempotencyKey = @key)",
        $"{Row} WHERE NOT EXISTS (SELECT 1 FROM WorkItem WITH (UPDLOCK, SERIALIZABLE) WHERE IdempotencyKey = @key)");

    private static readonly Stmt Cancel = """
        UPDATE WorkItem SET State = 5, EndedAt = @now WHERE SubjectId = @subjectId AND Kind = @kind AND State = 1 AND Attempts = 0
        """;

    private static readonly Stmt SelectWaiting = "SELECT Id, Payload FROM WorkItem WHERE SubjectId = @subjectId AND Kind = @kind AND State = 1 AND Attempts = 0 ORDER BY DueAt, Seq";
    private static readonly Stmt SelectUnderWay = "SELECT Payload FROM WorkItem WHERE SubjectId = @subjectId AND Kind = @kind AND State IN (1, 2) AND Payload IS NOT NULL ORDER BY DueAt, Seq";
    private static readonly Stmt UpdatePayload = "UPDATE WorkItem SET Payload = @payload WHERE Id = @id AND State = 1 AND Attempts = 0";

    public async Task EnqueueAsync(NewWork work, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var due = work.DueOn is { } day ? StockholmTime.StartOf(day) : work.DueAt ?? now;
        var key = work.IdempotencyKey ?? $"{work.Kind}/{work.SubjectId}";
        await db.ExecuteAsync(Insert, new { id = Guid.CreateVersion7(), work.Kind, work.SubjectId, work.Payload, due, work.DueOn, key, now }, cancellation);
        if (due <= now) await db.AfterCommitAsync(WakeAsync);
    }

    public async Task<bool> CancelAsync(string kind, Guid subjectId, CancellationToken cancellation) =>
        await db.ExecuteAsync(Cancel, new { kind, subjectId, now = clock.GetUtcNow() }, cancellation) > 0;

    public Task<IReadOnlyList<WaitingWork>> WaitingAsync(string kind, Guid subjectId, CancellationToken cancellation) =>
        db.ListAsync<WaitingWork>(SelectWaiting, new { kind, subjectId }, cancellation);

    public Task<IReadOnlyList<string>> UnderWayAsync(string kind, Guid subjectId, CancellationToken cancellation) =>
        db.ListAsync<string>(SelectUnderWay, new { kind, subjectId }, cancellation);

    public Task ReplaceAsync(Guid id, string payload, CancellationToken cancellation) => db.ExecuteAsync(UpdatePayload, new { id, payload }, cancellation);

    private Task WakeAsync()
    {
        signal.Wake();
        return Task.CompletedTask;
    }
}
