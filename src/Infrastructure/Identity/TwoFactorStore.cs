using Connect.Application.Identity;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Identity;

internal sealed class TwoFactorStore(DbSession db) : ITwoFactor
{
    private static readonly Stmt Select = "SELECT Secret, PendingSecret FROM UserAuthenticator WHERE UserId = @userId";
    private static readonly Stmt UpdatePending = "UPDATE UserAuthenticator SET PendingSecret = @secret WHERE UserId = @userId";
    private static readonly Stmt InsertPending = "INSERT INTO UserAuthenticator (UserId, PendingSecret, LastStep) VALUES (@userId, @secret, 0)";

    private static readonly Stmt Confirm = """
        UPDATE UserAuthenticator SET Secret = PendingSecret, PendingSecret = NULL, LastStep = @step, ConfirmedAt = @now
        WHERE UserId = @userId AND PendingSecret = @pendingSecret
        """;

    // One statement decides: of several callers with the same code one changes the row.
    private static readonly Stmt UpdateStep = "UPDATE UserAuthenticator SET LastStep = @step WHERE UserId = @userId AND Secret IS NOT NULL AND LastStep < @step";

    private static readonly Stmt DeleteAuthenticator = "DELETE FROM UserAuthenticator WHERE UserId = @userId";
    private static readonly Stmt UpdateSms = "UPDATE PortalUser SET SmsTwoFactor = @on, Version = Version + 1 WHERE Id = @userId";
    private static readonly Stmt DeleteCodes = "DELETE FROM RecoveryCode WHERE UserId = @userId";
    private static readonly Stmt InsertCode = "INSERT INTO RecoveryCode (UserId, CodeHash) VALUES (@userId, @hash)";
    private static readonly Stmt UpdateCode = "UPDATE RecoveryCode SET UsedAt = @now WHERE UserId = @userId AND CodeHash = @hash AND UsedAt IS NULL";

    private static readonly Stmt ResetSms = """
        UPDATE PortalUser SET SmsTwoFactor = 0, Version = Version + 1
        WHERE Id = @userId AND OrganisationId = @OrganisationId
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @AccountId AND t.DescendantId = PortalUser.AccountId)
        """;

    public Task<StoredAuthenticator?> FindAsync(Guid userId, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<StoredAuthenticator>(Select, new { userId }, cancellation);

    public async Task SetPendingAsync(Guid userId, string protectedSecret, CancellationToken cancellation)
    {
        var values = new { userId, secret = protectedSecret };
        if (await db.ExecuteAsync(UpdatePending, values, cancellation) == 0) await db.ExecuteAsync(InsertPending, values, cancellation);
    }

    public async Task<bool> ConfirmAsync(Guid userId, string pendingSecret, long step, DateTimeOffset now, CancellationToken cancellation) =>
        await db.ExecuteAsync(Confirm, new { userId, pendingSecret, step, now }, cancellation) == 1;

    public async Task<bool> UseStepAsync(Guid userId, long step, CancellationToken cancellation) =>
        await db.ExecuteAsync(UpdateStep, new { userId, step }, cancellation) == 1;

    public Task RemoveAuthenticatorAsync(Guid userId, CancellationToken cancellation) => db.ExecuteAsync(DeleteAuthenticator, new { userId }, cancellation);

    public Task SetSmsAsync(Guid userId, bool on, CancellationToken cancellation) => db.ExecuteAsync(UpdateSms, new { userId, on }, cancellation);

    public async Task SetRecoveryCodesAsync(Guid userId, IReadOnlyList<string> hashes, CancellationToken cancellation)
    {
        await db.ExecuteAsync(DeleteCodes, new { userId }, cancellation);
        foreach (var hash in hashes) await db.ExecuteAsync(InsertCode, new { userId, hash }, cancellation);
    }

    public async Task<bool> UseRecoveryCodeAsync(Guid userId, string hash, DateTimeOffset now, CancellationToken cancellation) =>
        await db.ExecuteAsync(UpdateCode, new { userId, hash, now }, cancellation) == 1;

    public async Task<bool> ResetAsync(AccountReach reach, Guid userId, CancellationToken cancellation)
    {
        if (await db.ExecuteAsync(ResetSms, new { reach.OrganisationId, reach.AccountId, userId }, cancellation) == 0) return false;
        await RemoveAuthenticatorAsync(userId, cancellation);
        await SetRecoveryCodesAsync(userId, [], cancellation);
        return true;
    }
}
