using Connect.Application.Common.Security;

namespace Connect.Application.Identity;

/// <summary>Live sessions: one row each, read on every request.</summary>
public interface ISessions
{
    /// <summary>Session, user, organisation, reach and rights as they are now, in one indexed read; null when there is none or the user is not active.</summary>
    Task<SessionState?> ReadAsync(string tokenHash, CancellationToken cancellation);

    Task AddAsync(NewSession session, CancellationToken cancellation);

    /// <summary>Notes that the session is in use. Called at most once a minute a session.</summary>
    Task TouchAsync(Guid sessionId, DateTimeOffset at, CancellationToken cancellation);

    Task ReauthenticatedAsync(Guid sessionId, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>The user's sessions that are neither past their time nor idle for too long, latest used first.</summary>
    Task<IReadOnlyList<SessionRow>> ListAsync(Guid userId, DateTimeOffset now, DateTimeOffset lastSeenAfter, CancellationToken cancellation);

    /// <returns>False when the user has no such session.</returns>
    Task<bool> EndOwnAsync(Guid userId, Guid sessionId, CancellationToken cancellation);

    Task EndAsync(Guid sessionId, CancellationToken cancellation);

    /// <summary>
    /// Ends every session of the user but the given one, and every log-in that waits for its code. Call it when the password
    /// changes or the user is deactivated; rights and reach need nothing, they are read anew on each request.
    /// </summary>
    Task EndAllAsync(Guid userId, Guid? exceptSessionId, CancellationToken cancellation);

    /// <summary>Removes the user's sessions that are past their time.</summary>
    Task RemoveLapsedAsync(Guid userId, DateTimeOffset now, DateTimeOffset lastSeenBefore, CancellationToken cancellation);
}

/// <summary>A session as found.</summary>
public sealed record SessionState(UserIdentity Identity, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt);

/// <summary>A session as its owner sees it.</summary>
public sealed record SessionRow
{
    public required Guid Id { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; init; }
    public string? Address { get; init; }
    public string? Agent { get; init; }
}

/// <summary>A session to begin.</summary>
public sealed record NewSession
{
    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }
    public required string TokenHash { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Where it was begun from, for the list of own sessions.</summary>
    public string? Address { get; init; }

    /// <summary>The browser, as it calls itself; cut to 300 characters.</summary>
    public string? Agent { get; init; }
}
