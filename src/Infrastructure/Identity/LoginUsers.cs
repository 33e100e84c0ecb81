using System.Data.Common;
using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Identity;

internal sealed class LoginUsers(DbSession db) : ILoginUsers
{
    private const string Columns = """
        SELECT u.Id, u.OrganisationId, u.UserName, u.UserNameKey, u.Email, u.PasswordHash, u.MobileNumber, u.Language, u.SmsTwoFactor, h.HeldUntil AS SmsBlockedUntil, u.IsActive,
            p.Name, o.Name AS OrganisationName, o.RequireTwoFactor, CASE WHEN a.Secret IS NULL THEN 0 ELSE 1 END AS HasAuthenticator
        FROM PortalUser u
        JOIN Organisation o ON o.Id = u.OrganisationId
        JOIN ContactPerson p ON p.Id = u.ContactPersonId
        LEFT JOIN UserAuthenticator a ON a.UserId = u.Id
        LEFT JOIN NumberHold h ON h.MobileNumber = u.MobileNumber
        """;

    // A union of two look-ups, each by its own index. Whoever has no password yet can't log in and takes nobody's address.
    private static readonly Stmt SelectByName = $"{Columns} WHERE u.UserNameKey = @key UNION ALL {Columns} WHERE u.EmailKey = @key AND u.IsActive = 1 AND u.PasswordHash IS NOT NULL";
    private static readonly Stmt SelectById = $"{Columns} WHERE u.Id = @userId";
    private static readonly Stmt UpdateLogin = "UPDATE PortalUser SET LastLoginAt = @at WHERE Id = @userId";
    private static readonly Stmt UpdatePassword = "UPDATE PortalUser SET PasswordHash = @passwordHash, Version = Version + 1 WHERE Id = @userId";
    private static readonly Stmt UpdateRehashed = "UPDATE PortalUser SET PasswordHash = @passwordHash WHERE Id = @userId";
    private static readonly Stmt UpdateDetails = """
        UPDATE PortalUser SET UserName = @userName, UserNameKey = @userNameKey, Email = @email, EmailKey = @emailKey, MobileNumber = @mobileNumber, Version = Version + 1
        WHERE Id = @userId
        """;

    // A form that somebody else has open with the old language must not write over it.
    private static readonly Stmt UpdateLanguage = "UPDATE PortalUser SET Language = @language, Version = Version + 1 WHERE Id = @userId AND Language <> @language";

    public async Task<LoginUser?> FindAsync(string userNameOrEmail, CancellationToken cancellation)
    {
        var key = SwedishText.Fold(userNameOrEmail);
        var rows = await db.ListAsync<Row>(SelectByName, new { key }, cancellation);
        // A user name goes before somebody's e-mail; an e-mail that two have is nobody's.
        var found = rows.FirstOrDefault(row => row.UserNameKey == key) ?? (rows.Count == 1 ? rows[0] : null);
        return found?.ToUser();
    }

    public async Task<LoginUser?> GetAsync(Guid userId, CancellationToken cancellation) =>
        (await db.FirstOrDefaultAsync<Row>(SelectById, new { userId }, cancellation))?.ToUser();

    public Task LoggedInAsync(Guid userId, DateTimeOffset at, CancellationToken cancellation) => db.ExecuteAsync(UpdateLogin, new { userId, at }, cancellation);

    public Task RehashAsync(Guid userId, string passwordHash, CancellationToken cancellation) =>
        db.ExecuteAsync(UpdateRehashed, new { userId, passwordHash }, cancellation);

    public Task SetPasswordAsync(Guid userId, string passwordHash, CancellationToken cancellation) =>
        db.ExecuteAsync(UpdatePassword, new { userId, passwordHash }, cancellation);

    public Task SetLanguageAsync(Guid userId, string language, CancellationToken cancellation) =>
        db.ExecuteAsync(UpdateLanguage, new { userId, language }, cancellation);

    public async Task<bool> ChangeDetailsAsync(Guid userId, string userName, string email, string? mobileNumber, CancellationToken cancellation)
    {
        try
        {
            await db.ExecuteAsync(UpdateDetails, new
            {
                userId, userName, userNameKey = SwedishText.Fold(userName), email, emailKey = SwedishText.Fold(email), mobileNumber,
            }, cancellation);
            return true;
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            return false;
        }
    }

    private sealed record Row
    {
        public Guid Id { get; init; }
        public Guid OrganisationId { get; init; }
        public string UserName { get; init; } = "";
        public string UserNameKey { get; init; } = "";
        public string Email { get; init; } = "";
        public string? PasswordHash { get; init; }
        public string? MobileNumber { get; init; }
        public string Language { get; init; } = "";
        public bool SmsTwoFactor { get; init; }
        public DateTimeOffset? SmsBlockedUntil { get; init; }
        public bool IsActive { get; init; }
        public string Name { get; init; } = "";
        public string OrganisationName { get; init; } = "";
        public bool RequireTwoFactor { get; init; }
        public bool HasAuthenticator { get; init; }

        public LoginUser ToUser() => new()
        {
            Id = Id,
            OrganisationId = OrganisationId,
            UserName = UserName,
            Email = Email,
            PasswordHash = PasswordHash,
            MobileNumber = MobileNumber,
            Language = Language,
            SmsTwoFactor = SmsTwoFactor,
            SmsBlockedUntil = SmsBlockedUntil,
            IsActive = IsActive,
            Name = Name,
            OrganisationName = OrganisationName,
            RequireTwoFactor = RequireTwoFactor,
            HasAuthenticator = HasAuthenticator,
        };
    }
}
