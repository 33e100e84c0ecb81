using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Identity;

internal sealed class OneTimeLinks(DbSession db) : IOneTimeLinks
{
    private static readonly Stmt Insert = """
        INSERT INTO OneTimeLink (Id, UserId, Purpose, TokenHash, CreatedAt, ExpiresAt) VALUES (@Id, @UserId, @Purpose, @TokenHash, @CreatedAt, @ExpiresAt)
        """;

    private static readonly Stmt Select = """
        SELECT u.Id AS UserId, u.OrganisationId, o.Name AS OrganisationName, u.UserName, u.Email, p.Name
        FROM OneTimeLink l
        JOIN PortalUser u ON u.Id = l.UserId AND u.IsActive = 1
        JOIN Organisation o ON o.Id = u.OrganisationId
        JOIN ContactPerson p ON p.Id = u.ContactPersonId
        WHERE l.TokenHash = @tokenHash AND l.Purpose = @purpose AND l.UsedAt IS NULL AND l.ExpiresAt > @now
        """;

    private static readonly Stmt UpdateUsed =
        "UPDATE OneTimeLink SET UsedAt = @now WHERE TokenHash = @tokenHash AND Purpose = @purpose AND UsedAt IS NULL AND ExpiresAt > @now";

    private static readonly Stmt UpdateAll = "UPDATE OneTimeLink SET UsedAt = @now WHERE UserId = @userId AND UsedAt IS NULL";
    private static readonly Stmt SelectCount = "SELECT COUNT(*) FROM OneTimeLink WHERE UserId = @userId AND Purpose = @purpose AND CreatedAt > @since";

    public Task AddAsync(NewLink link, CancellationToken cancellation) => db.ExecuteAsync(Insert, link, cancellation);

    public Task<LinkOwner?> FindAsync(LinkPurpose purpose, string tokenHash, DateTimeOffset now, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<LinkOwner>(Select, new { purpose, tokenHash, now }, cancellation);

    public async Task<bool> UseAsync(LinkPurpose purpose, string tokenHash, DateTimeOffset now, CancellationToken cancellation) =>
        await db.ExecuteAsync(UpdateUsed, new { purpose, tokenHash, now }, cancellation) == 1;

    public Task EndAllAsync(Guid userId, DateTimeOffset now, CancellationToken cancellation) => db.ExecuteAsync(UpdateAll, new { userId, now }, cancellation);

    public Task<int> CountAsync(LinkPurpose purpose, Guid userId, DateTimeOffset since, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<int>(SelectCount, new { purpose, userId, since }, cancellation);
}
