using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Identity;

internal sealed class LoginAttempts(DbSession db) : ILoginAttempts
{
    private static readonly Stmt Insert = """
        INSERT INTO LoginAttempt (Id, UserId, TokenHash, Tries, CodesSent, CreatedAt, ExpiresAt)
        VALUES (@Id, @UserId, @TokenHash, 0, 0, @CreatedAt, @ExpiresAt)
        """;

    private static readonly Stmt Select = """
        SELECT t.Id, t.UserId, u.OrganisationId, u.UserName, u.MobileNumber, h.HeldUntil AS SmsBlockedUntil, u.Language, t.CodeSentAt, t.CodeExpiresAt, t.CodesSent, u.SmsTwoFactor,
            CASE WHEN a.Secret IS NULL THEN 0 ELSE 1 END AS HasAuthenticator,
            (SELECT COUNT(*) FROM RecoveryCode r WHERE r.UserId = u.Id AND r.UsedAt IS NULL) AS RecoveryCodesLeft
        FROM LoginAttempt t
        JOIN PortalUser u ON u.Id = t.UserId AND u.IsActive = 1
        LEFT JOIN UserAuthenticator a ON a.UserId = u.Id
        LEFT JOIN NumberHold h ON h.MobileNumber = u.MobileNumber
        WHERE t.TokenHash = @tokenHash AND t.UsedAt IS NULL AND t.ExpiresAt > @now
        """;

    private static readonly Stmt UpdateCode = """
        UPDATE LoginAttempt SET CodeHash = @CodeHash, CodeSentAt = @SentAt, CodeExpiresAt = @ExpiresAt, Tries = 0, CodesSent = CodesSent + 1
        WHERE Id = @AttemptId AND UsedAt IS NULL AND CodesSent < @MaxCodes AND (CodeSentAt IS NULL OR CodeSentAt <= @NotSentSince)
        """;

    private static readonly Stmt UpdateTries = "UPDATE LoginAttempt SET Tries = Tries + 1 WHERE Id = @attemptId AND UsedAt IS NULL AND Tries < @maxTries";

    // One statement decides: of several callers with the right code one changes the row.
    private static readonly Stmt UpdateUsed = """
        UPDATE LoginAttempt SET UsedAt = @now, CodeHash = NULL
        WHERE Id = @attemptId AND UsedAt IS NULL AND CodeHash = @codeHash AND CodeExpiresAt > @now AND ExpiresAt > @now
        """;

    private const string Sent = "SELECT COALESCE(SUM(CodesSent), 0) FROM LoginAttempt";

    // Held until the code is written, so that attempts at the same time do not all count as the last.
    private static readonly Stmt SelectSent = new(
        $"{Sent} WHERE UserId = @userId AND CreatedAt > @since",
        $"{Sent} WITH (UPDLOCK, HOLDLOCK) WHERE UserId = @userId AND CreatedAt > @since");
    private static readonly Stmt UpdateEnded = "UPDATE LoginAttempt SET UsedAt = @now, CodeHash = NULL WHERE Id = @attemptId AND UsedAt IS NULL AND ExpiresAt > @now";
    private static readonly Stmt DeleteOld = "DELETE FROM LoginAttempt WHERE UserId = @UserId AND CreatedAt <= @before";

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    public async Task AddAsync(NewLoginAttempt attempt, CancellationToken cancellation)
    {
        await db.ExecuteAsync(DeleteOld, new { attempt.UserId, before = attempt.CreatedAt - KeptFor }, cancellation);
        await db.ExecuteAsync(Insert, attempt, cancellation);
    }

    public Task<LoginAttempt?> FindAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<LoginAttempt>(Select, new { tokenHash, now }, cancellation);

    public async Task<bool> SetCodeAsync(NewCode code, CancellationToken cancellation) => await db.ExecuteAsync(UpdateCode, code, cancellation) == 1;

    public async Task<bool> CountTryAsync(Guid attemptId, int maxTries, CancellationToken cancellation) =>
        await db.ExecuteAsync(UpdateTries, new { attemptId, maxTries }, cancellation) == 1;

    public async Task<bool> UseAsync(Guid attemptId, string codeHash, DateTimeOffset now, CancellationToken cancellation) =>
        await db.ExecuteAsync(UpdateUsed, new { attemptId, codeHash, now }, cancellation) == 1;

    public async Task<bool> EndAsync(Guid attemptId, DateTimeOffset now, CancellationToken cancellation) =>
        await db.ExecuteAsync(UpdateEnded, new { attemptId, now }, cancellation) == 1;

    public Task<int> CodesSentAsync(Guid userId, DateTimeOffset since, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<int>(SelectSent, new { userId, since }, cancellation);
}
