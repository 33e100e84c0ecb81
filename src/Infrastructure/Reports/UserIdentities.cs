using Connect.Application.Common.Security;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports;

internal sealed class UserIdentities(DbSession db) : IUserIdentities
{
    private static readonly Stmt SelectUser = """
        SELECT u.Id, u.UserName, p.Name AS DisplayName, o.Name AS OrganisationName, u.OrganisationId, u.AccountId, u.Language,
            CASE WHEN a.ParentId IS NULL THEN 1 ELSE 0 END AS IsRoot
        FROM PortalUser u
        INNER JOIN ContactPerson p ON p.Id = u.ContactPersonId
        INNER JOIN Organisation o ON o.Id = u.OrganisationId
        INNER JOIN Account a ON a.Id = u.AccountId
        WHERE u.Id = @userId AND u.IsActive = 1
        """;

    private static readonly Stmt SelectRights = "SELECT RightCode FROM UserRight WHERE UserId = @userId";

    public async Task<UserIdentity?> FindAsync(Guid userId, CancellationToken cancellation)
    {
        if (await db.FirstOrDefaultAsync<UserRow>(SelectUser, new { userId }, cancellation) is not { } user) return null;
        var rights = await db.ListAsync<int>(SelectRights, new { userId }, cancellation);
        return new()
        {
            Id = user.Id,
            UserName = user.UserName,
            DisplayName = user.DisplayName,
            OrganisationName = user.OrganisationName,
            Reach = new(user.OrganisationId, user.AccountId, user.IsRoot == 1),
            Rights = rights.Select(code => (Right)code).ToHashSet(),
            Language = user.Language,
        };
    }

    private sealed record UserRow
    {
        public Guid Id { get; init; }
        public string UserName { get; init; } = "";
        public string DisplayName { get; init; } = "";
        public string OrganisationName { get; init; } = "";
        public Guid OrganisationId { get; init; }
        public Guid AccountId { get; init; }
        public string Language { get; init; } = "";
        public int IsRoot { get; init; }
    }
}
