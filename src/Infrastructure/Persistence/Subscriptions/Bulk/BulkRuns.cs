using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Persistence.Subscriptions.Bulk;

internal sealed class BulkRuns(DbSession db) : IBulkRuns
{
    private static readonly Stmt Select = """
        SELECT j.Id, j.OrganisationId, j.UserId, j.TokenRights, j.Kind, j.Wish, j.State, j.CancelRequested, j.FileName, j.RowsTotal, j.CreatedAt, j.ConfirmedAt, j.EndedAt FROM BulkJob j WHERE j.Id = @id
        """;

    private static readonly Stmt SelectNext = Stmt.Top("""
        SELECT r.No, r.SubscriptionId, r.RowValues, r.RequestId, r.Tries, r.Outcome FROM BulkRow r WHERE r.JobId = @id AND r.State IN @states ORDER BY r.No
        """);

    private static readonly Stmt BeginCheck = "UPDATE BulkRow SET Tries = Tries + 1 WHERE JobId = @id AND No = @no AND State = 1";
    private static readonly Stmt Begin = "UPDATE BulkRow SET State = 5, Tries = Tries + 1 WHERE JobId = @id AND No = @no AND State IN (2, 5)";

    // The tries of the preview are not those of the work.
    private static readonly Stmt Tell = """
        UPDATE BulkRow SET State = @state, Tries = CASE WHEN State = 1 THEN 0 ELSE Tries END, Outcome = COALESCE(@outcome, Outcome), Problem = @problem, PriceBefore = COALESCE(@before, PriceBefore), PriceAfter = COALESCE(@after, PriceAfter),
            CostAfter = COALESCE(@cost, CostAfter)
        WHERE JobId = @id AND No = @no AND State IN (1, 5)
        """;

    private static readonly Stmt Checked = "UPDATE BulkJob SET State = 2 WHERE Id = @id AND State = 1";
    private static readonly Stmt End = "UPDATE BulkJob SET State = CASE WHEN CancelRequested = 1 THEN 5 ELSE 4 END, EndedAt = @now WHERE Id = @id AND State = 3";
    private static readonly Stmt GiveUpChecks = "UPDATE BulkRow SET State = 4, Problem = @problem WHERE JobId = @id AND State = 1";
    private static readonly Stmt GiveUpRuns = "UPDATE BulkRow SET State = 7, Problem = @problem WHERE JobId = @id AND (State = 5 OR State = 2 AND EXISTS (SELECT 1 FROM BulkJob j WHERE j.Id = @id AND j.State = 3))";

    public Task<BulkJob?> FindAsync(Guid id, CancellationToken cancellation) => db.FirstOrDefaultAsync<BulkJob>(Select, new { id }, cancellation);

    public Task<IReadOnlyList<BulkRow>> NextAsync(Guid id, IReadOnlyCollection<BulkRowState> states, int most, CancellationToken cancellation) =>
        db.ListAsync<BulkRow>(SelectNext, new { id, states = states.Select(state => (int)state).ToArray(), take = most }, cancellation);

    public async Task<bool> BeginCheckAsync(Guid id, int no, CancellationToken cancellation) => await db.ExecuteAsync(BeginCheck, new { id, no }, cancellation) > 0;

    public async Task<bool> BeginAsync(Guid id, int no, CancellationToken cancellation) => await db.ExecuteAsync(Begin, new { id, no }, cancellation) > 0;

    public Task TellAsync(Guid id, int no, BulkRowState state, BulkOutcome? outcome, BulkProblem? problem, CancellationToken cancellation) => db.ExecuteAsync(Tell, new
    {
        id, no, state, outcome = BulkJobs.Written(outcome), problem = BulkJobs.Written(problem), before = outcome?.PriceBefore, after = outcome?.PriceAfter, cost = outcome?.CostAfter,
    }, cancellation);

    public Task CheckedAsync(Guid id, CancellationToken cancellation) => db.ExecuteAsync(Checked, new { id }, cancellation);

    public Task EndAsync(Guid id, DateTimeOffset now, CancellationToken cancellation) => db.ExecuteAsync(End, new { id, now }, cancellation);

    public Task GiveUpAsync(Guid id, BulkProblem problem, DateTimeOffset now, CancellationToken cancellation) => db.RunAsync(async () =>
    {
        await db.ExecuteAsync(GiveUpChecks, new { id, problem = BulkJobs.Written(problem) }, cancellation);
        await db.ExecuteAsync(GiveUpRuns, new { id, problem = BulkJobs.Written(problem) }, cancellation);
        await CheckedAsync(id, cancellation);
        await EndAsync(id, now, cancellation);
        return true;
    }, cancellation);
}
