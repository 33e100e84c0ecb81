using Connect.Application.Common.Security;

namespace Connect.Application.Identity;

/// <summary>
/// Who a request comes from: one read of the database, never a cache, so that a lost right, a new password or a deactivation
/// bites at the next request.
/// </summary>
public sealed class SessionReader(ISessions sessions, IdentityOptions options, TimeProvider clock)
{
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);

    /// <returns>The user, or null when the session is unknown, ended, idle for too long or past its absolute limit.</returns>
    public async Task<UserIdentity?> ReadAsync(string token, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await sessions.ReadAsync(Token.Hash(token), cancellation) is not { } session) return null;
        var id = session.Identity.SessionId!.Value;
        if (session.ExpiresAt <= now || session.LastSeenAt <= now - options.SessionIdle)
        {
            await sessions.EndAsync(id, cancellation);
            return null;
        }

        if (session.LastSeenAt <= now - TouchEvery) await sessions.TouchAsync(id, now, cancellation);
        return session.Identity;
    }
}
