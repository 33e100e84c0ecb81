using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Identity;

internal sealed class Sessions(DbSession db) : ISessions
{
    // A row for each right, so that one statement reads all: at most eleven.
    private static readonly Stmt Select = """
        SELECT s.Id AS SessionId, s.LastSeenAt, s.ExpiresAt, s.ReauthenticatedAt, u.Id AS UserId, u.UserName, u.Language, u.OrganisationId, u.AccountId,
            o.Name AS OrganisationName, p.Name AS DisplayName, CASE WHEN a.ParentId IS NULL THEN 1 ELSE 0 END AS IsRoot, r.RightCode
        FROM UserSession s
        JOIN PortalUser u ON u.Id = s.UserId AND u.IsActive = 1
        JOIN Organisation o ON o.Id = u.OrganisationId
        JOIN Account a ON a.Id = u.AccountId
        JOIN ContactPerson p ON p.Id = u.ContactPersonId
        LEFT JOIN UserRight r ON r.UserId = u.Id
        WHERE s.TokenHash = @tokenHash
        """;

    private static readonly Stmt Insert = """
        INSERT INTO UserSession (Id, UserId, TokenHash, CreatedAt, LastSeenAt, ExpiresAt, ReauthenticatedAt, Address, Agent)
        VALUES (@Id, @UserId, @TokenHash, @At, @At, @ExpiresAt, @At, @Address, @Agent)
        """;

    private static readonly Stmt UpdateSeen = "UPDATE UserSession SET LastSeenAt = @at WHERE Id = @sessionId AND LastSeenAt < @at";
    private static readonly Stmt UpdateFresh = "UPDATE UserSession SET ReauthenticatedAt = @at WHERE Id = @sessionId";
    private static readonly Stmt SelectOwn = """
        SELECT Id, CreatedAt, LastSeenAt, Address, Agent FROM UserSession
        WHERE UserId = @userId AND ExpiresAt > @now AND LastSeenAt > @lastSeenAfter ORDER BY LastSeenAt DESC, Id
        """;

    private static readonly Stmt DeleteOwn = "DELETE FROM UserSession WHERE Id = @sessionId AND UserId = @userId";
    private static readonly Stmt Delete = "DELETE FROM UserSession WHERE Id = @sessionId";
    private static readonly Stmt DeleteOfUser = "DELETE FROM UserSession WHERE UserId = @userId AND Id <> @except";
    private static readonly Stmt DeleteAttempts = "DELETE FROM LoginAttempt WHERE UserId = @userId";
    private static readonly Stmt DeleteLapsed = "DELETE FROM UserSession WHERE UserId = @userId AND (ExpiresAt <= @now OR LastSeenAt <= @lastSeenBefore)";

    public async Task<SessionState?> ReadAsync(string tokenHash, CancellationToken cancellation)
    {
        var rows = await db.ListAsync<Row>(Select, new { tokenHash }, cancellation);
        if (rows.Count == 0) return null;
        var rights = rows.Where(row => row.RightCode is not null).Select(row => (Right)row.RightCode!.Value).ToHashSet();
        return new(rows[0].ToIdentity(rights), rows[0].LastSeenAt, rows[0].ExpiresAt);
    }

    public Task AddAsync(NewSession session, CancellationToken cancellation) => db.ExecuteAsync(Insert, session, cancellation);

    public Task TouchAsync(Guid sessionId, DateTimeOffset at, CancellationToken cancellation) => db.ExecuteAsync(UpdateSeen, new { sessionId, at }, cancellation);

    public Task ReauthenticatedAsync(Guid sessionId, DateTimeOffset at, CancellationToken cancellation) =>
        db.ExecuteAsync(UpdateFresh, new { sessionId, at }, cancellation);

    public Task<IReadOnlyList<SessionRow>> ListAsync(Guid userId, DateTimeOffset now, DateTimeOffset lastSeenAfter, CancellationToken cancellation) =>
        db.ListAsync<SessionRow>(SelectOwn, new { userId, now, lastSeenAfter }, cancellation);

    public async Task<bool> EndOwnAsync(Guid userId, Guid sessionId, CancellationToken cancellation) =>
        await db.ExecuteAsync(DeleteOwn, new { userId, sessionId }, cancellation) == 1;

    public Task EndAsync(Guid sessionId, CancellationToken cancellation) => db.ExecuteAsync(Delete, new { sessionId }, cancellation);

    public async Task EndAllAsync(Guid userId, Guid? exceptSessionId, CancellationToken cancellation)
    {
        await db.ExecuteAsync(DeleteOfUser, new { userId, except = exceptSessionId ?? Guid.Empty }, cancellation);
        await db.ExecuteAsync(DeleteAttempts, new { userId }, cancellation);
    }

    public Task RemoveLapsedAsync(Guid userId, DateTimeOffset now, DateTimeOffset lastSeenBefore, CancellationToken cancellation) =>
        db.ExecuteAsync(DeleteLapsed, new { userId, now, lastSeenBefore }, cancellation);

    private sealed record Row
    {
        public Guid SessionId { get; init; }
        public DateTimeOffset LastSeenAt { get; init; }
        public DateTimeOffset ExpiresAt { get; init; }
        public DateTimeOffset ReauthenticatedAt { get; init; }
        public Guid UserId { get; init; }
        public string UserName { get; init; } = "";
        public string Language { get; init; } = "";
        public Guid OrganisationId { get; init; }
        public Guid AccountId { get; init; }
        public string OrganisationName { get; init; } = "";
        public string DisplayName { get; init; } = "";
        public int IsRoot { get; init; }
        public int? RightCode { get; init; }

        public UserIdentity ToIdentity(IReadOnlySet<Right> rights) => new()
        {
            Id = UserId,
            UserName = UserName,
            DisplayName = DisplayName,
            OrganisationName = OrganisationName,
            Reach = new(OrganisationId, AccountId, IsRoot == 1),
            Rights = rights,
            Language = Language,
            SessionId = SessionId,
            ReauthenticatedAt = ReauthenticatedAt,
        };
    }
}
