using Connect.Application.Common.Ports;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Jobs;

/// <summary>
/// The items as the workers see them: 1 ready, 2 leased, 3 done, 4 failed, 5 cancelled. An item is claimed by one statement, and finished
/// only by whoever holds the lease.
/// </summary>
internal sealed class WorkStore(DbSession db)
{
    // Leased items keep their NextTryAt, so one stretch of the index holds both what is due and what was lost.
    // What concerns one thing is done in the order it was due: the second change of it never overtakes the first.
    private const string IsDue = """
        State IN (1, 2) AND NextTryAt <= @now AND (State = 1 OR LeasedUntil <= @now)
        AND NOT EXISTS (SELECT 1 FROM WorkItem e WHERE e.SubjectId = WorkItem.SubjectId AND e.Kind = WorkItem.Kind AND e.State IN (1, 2)
            AND (e.DueAt < WorkItem.DueAt OR (e.DueAt = WorkItem.DueAt AND e.Seq < WorkItem.Seq)))
        """;

    private const string Take = """
        UPDATE WorkItem
        SET State = 2, LeasedBy = @lease, LeasedUntil = @until, Attempts = Attempts + 1, LostLeases = LostLeases + CASE WHEN State = 2 THEN 1 ELSE 0 END
        """;

    private static readonly Stmt SelectDue = Stmt.Top($"SELECT Id FROM WorkItem WHERE Kind IN @kinds AND {IsDue} ORDER BY NextTryAt, Seq");

    private static readonly Stmt Claim = new(
        $"{Take} WHERE Id = @id AND {IsDue} RETURNING Id, Kind, SubjectId, Payload, IdempotencyKey, Attempts, LostLeases",
        $"""
        {Take}
        OUTPUT INSERTED.Id, INSERTED.Kind, INSERTED.SubjectId, INSERTED.Payload, INSERTED.IdempotencyKey, INSERTED.Attempts, INSERTED.LostLeases
        WHERE Id = @id AND {IsDue}
        """);

    private static readonly Stmt Prolong = "UPDATE WorkItem SET LeasedUntil = @until WHERE Id = @id AND State = 2 AND LeasedBy = @lease";

    private static readonly Stmt End = """
        UPDATE WorkItem SET State = @state, LastError = @error, EndedAt = @now, LeasedBy = NULL, LeasedUntil = NULL
        WHERE Id = @id AND State = 2 AND LeasedBy = @lease
        """;

    private static readonly Stmt PutBack = """
        UPDATE WorkItem SET State = 1, LastError = @error, NextTryAt = @next, LeasedBy = NULL, LeasedUntil = NULL
        WHERE Id = @id AND State = 2 AND LeasedBy = @lease
        """;

    private static readonly Stmt Postpone = """
        UPDATE WorkItem SET State = 1, Attempts = Attempts - 1, NextTryAt = @next, LeasedBy = NULL, LeasedUntil = NULL
        WHERE Id = @id AND State = 2 AND LeasedBy = @lease
        """;

    private static readonly Stmt DeleteOld = "DELETE FROM WorkItem WHERE State IN (3, 5) AND EndedAt < @before";

    private const int MaxError = 1000;

    /// <summary>What is due or was lost, the longest due first.</summary>
    public Task<IReadOnlyList<Guid>> DueAsync(IReadOnlyCollection<string> kinds, DateTimeOffset now, int take, CancellationToken cancellation) =>
        db.ListAsync<Guid>(SelectDue, new { kinds, now, take }, cancellation);

    /// <summary>Takes the item, or answers null when somebody else has it or it is not due.</summary>
    public Task<ClaimedWork?> ClaimAsync(Guid id, string lease, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<ClaimedWork>(Claim, new { id, lease, now, until }, cancellation);

    public async Task<bool> ProlongAsync(Guid id, string lease, DateTimeOffset until, CancellationToken cancellation) =>
        await db.ExecuteAsync(Prolong, new { id, lease, until }, cancellation) > 0;

    public Task<bool> DoneAsync(Guid id, string lease, DateTimeOffset now) => EndAsync(id, lease, 3, null, now);

    public Task<bool> FailedAsync(Guid id, string lease, string error, DateTimeOffset now) => EndAsync(id, lease, 4, error, now);

    /// <summary>To be tried again.</summary>
    public async Task<bool> PutBackAsync(Guid id, string lease, string? error, DateTimeOffset next) =>
        await db.ExecuteAsync(PutBack, new { id, lease, error = Shortened(error), next }) > 0;

    /// <summary>To be begun later, as if it had not been.</summary>
    public async Task<bool> PostponeAsync(Guid id, string lease, DateTimeOffset next) => await db.ExecuteAsync(Postpone, new { id, lease, next }) > 0;

    /// <summary>Removes what was done or cancelled before the instant. Failed items stay to be looked at.</summary>
    public Task<int> DeleteOldAsync(DateTimeOffset before, CancellationToken cancellation) => db.ExecuteAsync(DeleteOld, new { before }, cancellation);

    private async Task<bool> EndAsync(Guid id, string lease, short state, string? error, DateTimeOffset now) =>
        await db.ExecuteAsync(End, new { id, lease, state, error = Shortened(error), now }) > 0;

    private static string? Shortened(string? error) => error is { Length: > MaxError } ? error[..MaxError] : error;
}

/// <summary>A claimed item as it stands in the database.</summary>
internal sealed record ClaimedWork
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required Guid SubjectId { get; init; }
    public string? Payload { get; init; }
    public required string IdempotencyKey { get; init; }

    /// <summary>This try included.</summary>
    public required int Attempts { get; init; }

    /// <summary>How many times a process went silent over it.</summary>
    public required int LostLeases { get; init; }

    public DueWork ToDueWork() => new(Id, Kind, SubjectId, Payload, IdempotencyKey, Attempts);
}
