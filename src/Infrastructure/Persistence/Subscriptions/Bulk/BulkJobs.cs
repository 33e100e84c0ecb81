using System.Text.Json;
using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Subscriptions.Bulk;

internal sealed class BulkJobs(DbSession db) : IBulkJobs
{
    private const string Columns = "SELECT j.Id, j.OrganisationId, j.UserId, j.TokenRights, j.Kind, j.Wish, j.State, j.CancelRequested, j.FileName, j.RowsTotal, j.CreatedAt, j.ConfirmedAt, j.EndedAt FROM BulkJob j";

    // A job made within a wider reach is not there for a user whose reach has shrunk.
    private const string Own = """
        WHERE j.UserId = @userId AND j.OrganisationId = @organisationId
            AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = j.AccountId)
        """;

    private const string Open = "SELECT COUNT(CASE WHEN j.UserId = @userId THEN 1 END) AS Own, COUNT(CASE WHEN j.State <> 2 THEN 1 END) AS InAll FROM BulkJob j";

    // Whoever counts holds the count until the job is written, or several at once would all be the last. SQLite's write transaction is alone already.
    private static readonly Stmt CountOpen = new($"{Open} WHERE j.State IN (1, 2, 3)", $"{Open} WITH (UPDLOCK, HOLDLOCK) WHERE j.State IN (1, 2, 3)");

    private static readonly Stmt Insert = """
        INSERT INTO BulkJob (Id, OrganisationId, AccountId, UserId, TokenRights, Kind, Wish, FileName, State, CancelRequested, RowsTotal, CreatedAt)
        VALUES (@Id, @OrganisationId, @AccountId, @UserId, @TokenRights, @Kind, @Wish, @FileName, 1, 0, @total, @CreatedAt)
        """;

    private static readonly Stmt SelectOne = $"{Columns} {Own} AND j.Id = @id";
    private static readonly Stmt SelectOwn = Stmt.Top($"{Columns} {Own} ORDER BY j.CreatedAt DESC, j.Seq DESC");
    private static readonly Stmt Confirm = "UPDATE BulkJob SET State = 3, ConfirmedAt = @now, TokenRights = @tokenRights WHERE Id = @id AND State = 2";

    // What is confirmed ends when the row at hand has: the work says so.
    private static readonly Stmt Cancel = """
        UPDATE BulkJob SET CancelRequested = 1, State = CASE WHEN State = 3 THEN 3 ELSE 5 END, EndedAt = CASE WHEN State = 3 THEN NULL ELSE @now END
        WHERE Id = @id AND State IN (1, 2, 3) AND CancelRequested = 0
        """;

    private static readonly Stmt SelectServices = "SELECT r.No, r.SubscriptionId, r.Given, r.GivenUser, r.RowValues, r.Problem FROM BulkRow r WHERE r.JobId = @id ORDER BY r.No";
    private static readonly Stmt CountRows = "SELECT COUNT(*) FROM BulkRow r WHERE r.JobId = @id AND r.State = @state";
    private static readonly Stmt CancelRows = "UPDATE BulkRow SET State = 8 WHERE JobId = @id AND State IN (1, 2)";

    private static readonly string[] RowColumns = ["JobId", "No", "SubscriptionId", "Given", "GivenUser", "UserName", "PhoneNumber", "RowValues", "RequestId", "State", "Tries", "Problem"];

    public async Task<(int Own, int All)> CountOpenAsync(Guid userId, CancellationToken cancellation)
    {
        var open = await db.FirstOrDefaultAsync<OpenJobs>(CountOpen, new { userId }, cancellation);
        return (open?.Own ?? 0, open?.InAll ?? 0);
    }

    public async Task AddAsync(NewBulkJob job, CancellationToken cancellation)
    {
        await db.ExecuteAsync(Insert, new { job.Id, job.OrganisationId, job.AccountId, job.UserId, job.TokenRights, job.Kind, job.Wish, job.FileName, total = job.Rows.Count, job.CreatedAt }, cancellation);
        await db.InsertManyAsync("BulkRow", RowColumns, job.Rows.Select(row => (IReadOnlyList<object?>)
        [
            job.Id, row.No, row.Service?.Id, row.Given, row.GivenUser, row.Service?.UserName, row.Service?.PhoneNumber ?? row.Service?.FixedNumber, Written(row.Values), Guid.CreateVersion7(),
            (int)(row.Problem is null ? BulkRowState.Unchecked : BulkRowState.Impossible), 0, Written(row.Problem),
        ]), cancellation);
    }

    public Task<BulkJob?> FindAsync(AccountReach reach, Guid userId, Guid id, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<BulkJob>(SelectOne, new { userId, organisationId = reach.OrganisationId, reachId = reach.AccountId, id }, cancellation);

    /// <summary>The user's own, newest first.</summary>
    public Task<IReadOnlyList<BulkJob>> ListAsync(AccountReach reach, Guid userId, int take, CancellationToken cancellation) =>
        db.ListAsync<BulkJob>(SelectOwn, new { userId, organisationId = reach.OrganisationId, reachId = reach.AccountId, take }, cancellation);

    public async Task<IReadOnlyList<BulkService>> ServicesAsync(Guid id, CancellationToken cancellation) => [.. (await db.ListAsync<NamedRow>(SelectServices, new { id }, cancellation)).Select(row => row.Service)];

    public Task<int> CountAsync(Guid id, BulkRowState state, CancellationToken cancellation) => db.FirstOrDefaultAsync<int>(CountRows, new { id, state = (int)state }, cancellation);

    public async Task<bool> ConfirmAsync(Guid id, string? tokenRights, DateTimeOffset now, CancellationToken cancellation) => await db.ExecuteAsync(Confirm, new { id, tokenRights, now }, cancellation) > 0;

    public async Task<bool> CancelAsync(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await db.ExecuteAsync(Cancel, new { id, now }, cancellation) == 0) return false;
        await db.ExecuteAsync(CancelRows, new { id }, cancellation);
        return true;
    }

    internal static string? Written(object? value) => value is null or IReadOnlyDictionary<string, string> { Count: 0 } ? null : JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    private sealed record NamedRow
    {
        public int No { get; init; }
        public Guid? SubscriptionId { get; init; }
        public string? Given { get; init; }
        public string? GivenUser { get; init; }
        public string? RowValues { get; init; }
        public string? Problem { get; init; }

        // As it was named: a number may have come to another service meanwhile. What was wrong with the row of the file still is.
        public BulkService Service => new(SubscriptionId is { } found ? $"{found}" : Given ?? "", Read<Dictionary<string, string>>(RowValues), No, Formula?[0], GivenUser ?? Of("BulkOtherUser")?[0], Formula?.ElementAtOrDefault(1));

        // The cell and its column.
        private IReadOnlyList<string>? Formula => Of(BulkProblem.Formula);

        private IReadOnlyList<string>? Of(string code) => Read<BulkProblem>(Problem) is { Arguments: { Count: > 0 } told } problem && problem.Code == code ? told : null;

        private static T? Read<T>(string? json)
            where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web);
    }

    private sealed record OpenJobs
    {
        public int Own { get; init; }
        public int InAll { get; init; }
    }
}
