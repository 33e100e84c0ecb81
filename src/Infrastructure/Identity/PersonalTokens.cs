using Connect.Application.Identity;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Identity;

internal sealed class PersonalTokens(DbSession db) : IPersonalTokens
{
    // A row for each right, so that one statement reads all: at most eleven.
    private static readonly Stmt SelectState = """
        SELECT t.Id, t.Name, t.Scopes, t.LastUsedAt, u.Id AS UserId, u.UserName, u.Language, u.OrganisationId, u.AccountId,
            o.Name AS OrganisationName, p.Name AS DisplayName, CASE WHEN a.ParentId IS NULL THEN 1 ELSE 0 END AS IsRoot, r.RightCode
        FROM PersonalToken t
        JOIN PortalUser u ON u.Id = t.UserId AND u.IsActive = 1
        JOIN Organisation o ON o.Id = u.OrganisationId
        JOIN Account a ON a.Id = u.AccountId
        JOIN ContactPerson p ON p.Id = u.ContactPersonId
        LEFT JOIN UserRight r ON r.UserId = u.Id
        WHERE t.TokenHash = @tokenHash AND t.WithdrawnAt IS NULL AND t.ExpiresAt > @now
        """;

    private static readonly Stmt UpdateUsed = "UPDATE PersonalToken SET LastUsedAt = @at WHERE Id = @tokenId";

    private static readonly Stmt Insert = """
        INSERT INTO PersonalToken (Id, UserId, Name, TokenHash, Scopes, CreatedAt, ExpiresAt)
        VALUES (@Id, @UserId, @Name, @TokenHash, @scopes, @CreatedAt, @ExpiresAt)
        """;

    private static readonly Stmt SelectList = """
        SELECT Id, Name, Scopes, CreatedAt, ExpiresAt, LastUsedAt FROM PersonalToken WHERE UserId = @userId AND WithdrawnAt IS NULL ORDER BY CreatedAt DESC, Id
        """;

    private static readonly Stmt SelectName = "SELECT Name FROM PersonalToken WHERE Id = @tokenId AND UserId = @userId AND WithdrawnAt IS NULL";
    private static readonly Stmt UpdateWithdrawn = "UPDATE PersonalToken SET WithdrawnAt = @now WHERE Id = @tokenId AND UserId = @userId AND WithdrawnAt IS NULL";
    private static readonly Stmt UpdateAllWithdrawn = "UPDATE PersonalToken SET WithdrawnAt = @now WHERE UserId = @userId AND WithdrawnAt IS NULL";

    public async Task<TokenState?> ReadAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await db.ListAsync<Row>(SelectState, new { tokenHash, now }, cancellation);
        if (rows.Count == 0) return null;
        var rights = rows.Where(row => row.RightCode is not null).Select(row => (Right)row.RightCode!.Value).ToHashSet();
        return rows[0].ToState(rights);
    }

    public Task TouchAsync(Guid tokenId, DateTimeOffset at, CancellationToken cancellation) => db.ExecuteAsync(UpdateUsed, new { tokenId, at }, cancellation);

    public Task AddAsync(NewPersonalToken token, CancellationToken cancellation) => db.ExecuteAsync(Insert,
        new { token.Id, token.UserId, token.Name, token.TokenHash, scopes = string.Join(' ', token.Scopes), token.CreatedAt, token.ExpiresAt }, cancellation);

    public Task<IReadOnlyList<PersonalTokenRow>> ListAsync(Guid userId, CancellationToken cancellation) =>
        db.ListAsync<PersonalTokenRow>(SelectList, new { userId }, cancellation);

    public async Task<string?> WithdrawAsync(Guid userId, Guid tokenId, DateTimeOffset now, CancellationToken cancellation)
    {
        var name = await db.FirstOrDefaultAsync<string>(SelectName, new { tokenId, userId }, cancellation);
        return name is not null && await db.ExecuteAsync(UpdateWithdrawn, new { tokenId, userId, now }, cancellation) == 1 ? name : null;
    }

    public Task WithdrawAllAsync(Guid userId, DateTimeOffset now, CancellationToken cancellation) => db.ExecuteAsync(UpdateAllWithdrawn, new { userId, now }, cancellation);

    private sealed record Row
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string Scopes { get; init; } = "";
        public DateTimeOffset? LastUsedAt { get; init; }
        public Guid UserId { get; init; }
        public string UserName { get; init; } = "";
        public string Language { get; init; } = "";
        public Guid OrganisationId { get; init; }
        public Guid AccountId { get; init; }
        public string OrganisationName { get; init; } = "";
        public string DisplayName { get; init; } = "";
        public int IsRoot { get; init; }
        public int? RightCode { get; init; }

        public TokenState ToState(IReadOnlySet<Right> rights) => new(Id, new()
        {
            Id = UserId,
            UserName = UserName,
            DisplayName = DisplayName,
            OrganisationName = OrganisationName,
            Reach = new(OrganisationId, AccountId, IsRoot == 1),
            Rights = rights,
            Language = Language,
            TokenName = Name,
        }, Scopes.Split(' '), LastUsedAt);
    }
}
