using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Identity;

internal sealed class NumberChecks(DbSession db) : INumberChecks
{
    private static readonly string[] Columns = ["MobileNumber", "TurnsSmsOn", "ProtectedCode", "SentAt", "ExpiresAt", "Tries", "CodesSent", "CountedSince"];
    private static readonly string All = $"SELECT UserId, {string.Join(", ", Columns)} FROM NumberCheck";

    // SQLite's write transaction is alone already.
    private static readonly Stmt Select = new($"{All} WHERE UserId = @userId", $"{All} WITH (UPDLOCK, HOLDLOCK) WHERE UserId = @userId");
    private static readonly Stmt Save = Stmt.Upsert("NumberCheck", ["UserId"], Columns);
    private static readonly Stmt UpdateTries = "UPDATE NumberCheck SET Tries = Tries + 1 WHERE UserId = @userId AND ProtectedCode IS NOT NULL AND Tries < @maxTries";

    // One statement decides: of several callers with the right code one changes the row.
    private static readonly Stmt UpdateUsed = """
        UPDATE NumberCheck SET ProtectedCode = NULL
        WHERE UserId = @UserId AND MobileNumber = @MobileNumber AND ProtectedCode = @ProtectedCode AND ExpiresAt > @now
        """;

    public Task<NumberCheck?> FindAsync(Guid userId, CancellationToken cancellation) => db.FirstOrDefaultAsync<NumberCheck>(Select, new { userId }, cancellation);

    public Task SaveAsync(NumberCheck check, CancellationToken cancellation) => db.ExecuteAsync(Save, check, cancellation);

    public async Task<bool> CountTryAsync(Guid userId, int maxTries, CancellationToken cancellation) =>
        await db.ExecuteAsync(UpdateTries, new { userId, maxTries }, cancellation) == 1;

    public async Task<bool> UseAsync(NumberCheck check, DateTimeOffset now, CancellationToken cancellation) =>
        await db.ExecuteAsync(UpdateUsed, new { check.UserId, check.MobileNumber, check.ProtectedCode, now }, cancellation) == 1;
}
