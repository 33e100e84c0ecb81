using System.Data.Common;
using Connect.Application.Common.Errors;
using Connect.Application.Users;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Users;

internal sealed class UserRepository(DbSession db, IProductOffer offer) : IUserRepository
{
    private static readonly Stmt Select = """
        SELECT u.Id, u.OrganisationId, u.ExternalId, u.ContactPersonId, p.Name AS ContactPersonName, u.AccountId, a.Number AS AccountNumber, CASE WHEN a.ParentId IS NULL THEN 1 ELSE 0 END AS IsRoot,
            u.UserName, u.Email, u.MobileNumber, u.SmsTwoFactor, u.Language, u.IsActive, CASE WHEN u.PasswordHash IS NULL THEN 0 ELSE 1 END AS HasPassword, u.Version
        FROM PortalUser u JOIN Account a ON a.Id = u.AccountId JOIN ContactPerson p ON p.Id = u.ContactPersonId
        WHERE u.Id = @userId AND u.OrganisationId = @OrganisationId
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @AccountId AND t.DescendantId = u.AccountId)
        """;

    private static readonly Stmt SelectRights = "SELECT RightCode FROM UserRight WHERE UserId = @userId";

    private static readonly Stmt SelectPerson = """
        SELECT p.Name FROM ContactPerson p WHERE p.Id = @contactPersonId AND p.OrganisationId = @OrganisationId
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @AccountId AND t.DescendantId = p.AccountId)
        """;

    private static readonly Stmt CountEmails = """
        SELECT COUNT(*) FROM PortalUser u WHERE u.EmailKey = @emailKey AND u.Id <> @userId AND u.IsActive = 1 AND u.OrganisationId = @OrganisationId
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @AccountId AND t.DescendantId = u.AccountId)
        """;

    // Administrators who take each other away at the same moment come one after the other: SQLite has one writer, SQL Server holds the rows that decide.
    private static readonly Stmt CountAdministrators = new(Administrators("", ""), Administrators("WITH (UPDLOCK, HOLDLOCK)", "WITH (UPDLOCK, HOLDLOCK)"));

    private static readonly Stmt Insert = """
        INSERT INTO PortalUser (Id, OrganisationId, AccountId, ContactPersonId, ExternalId, UserName, UserNameKey, Email, EmailKey, MobileNumber, Language,
            SmsTwoFactor, IsActive, LimitsProducts, CreatedAt, Version)
        VALUES (@Id, @OrganisationId, @accountId, @ContactPersonId, @ExternalId, @UserName, @userNameKey, @Email, @emailKey, @MobileNumber, @Language,
            @SmsTwoFactor, @IsActive, @limitsProducts, @now, 1)
        """;

    private static readonly Stmt Update = """
        UPDATE PortalUser SET AccountId = @accountId, ContactPersonId = @ContactPersonId, UserName = @UserName, UserNameKey = @userNameKey, Email = @Email, EmailKey = @emailKey,
            MobileNumber = @MobileNumber, Language = @Language, SmsTwoFactor = @SmsTwoFactor, IsActive = @IsActive, LimitsProducts = @limitsProducts, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """;

    private static readonly Stmt DeleteRights = "DELETE FROM UserRight WHERE UserId = @userId AND RightCode IN @gone";
    private static readonly Stmt DeleteProducts = "DELETE FROM UserProduct WHERE UserId = @userId AND ProductId IN @gone";

    public async Task<User?> FindAsync(AccountReach reach, Guid userId, CancellationToken cancellation)
    {
        if (await db.FirstOrDefaultAsync<UserRow>(Select, new { userId, reach.OrganisationId, reach.AccountId }, cancellation) is not { } row) return null;
        var rights = await db.ListAsync<int>(SelectRights, new { userId }, cancellation);
        return new(row.ToData(rights.Select(code => (Right)code).ToHashSet(), await offer.LimitsOfAsync(userId, cancellation)));
    }

    public Task<string?> FindContactPersonAsync(AccountReach reach, Guid contactPersonId, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<string>(SelectPerson, new { contactPersonId, reach.OrganisationId, reach.AccountId }, cancellation);

    public async Task<bool> IsEmailTakenAsync(AccountReach reach, string email, Guid userId, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<int>(CountEmails, new { emailKey = SwedishText.Fold(email), userId, reach.OrganisationId, reach.AccountId }, cancellation) > 0;

    public async Task<bool> HasOtherAdministratorAsync(AccountReach reach, Guid userId, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<int>(CountAdministrators, new { reach.OrganisationId, userId, right = Right.ManageUsers }, cancellation) > 0;

    public async Task<bool> SaveAsync(User user, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            if (await db.ExecuteAsync(user.Data.Version == 0 ? Insert : Update, Stored(user.Data, now), cancellation) == 0) throw new ConflictException();
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            return false;
        }

        // What was loaded is what is stored: the version was still the same.
        var isNew = user.Data.Version == 0;
        await SaveAsync(user.Id, ("UserRight", "RightCode", DeleteRights), isNew ? [] : user.Before.Rights.Select(right => (int)right), user.Data.Rights.Select(right => (int)right), cancellation);
        await SaveAsync(user.Id, ("UserProduct", "ProductId", DeleteProducts), isNew ? [] : user.Before.Products.Products, user.Data.Products.Products, cancellation);
        return true;
    }

    /// <summary>Writes what differs of a user's list.</summary>
    private async Task SaveAsync<T>(Guid userId, (string Table, string Column, Stmt Delete) list, IEnumerable<T> had, IEnumerable<T> has, CancellationToken cancellation)
    {
        var (before, after) = (had.ToHashSet(), has.ToHashSet());
        var gone = before.Except(after).ToList();
        if (gone.Count > 0) await db.ExecuteAsync(list.Delete, new { userId, gone }, cancellation);
        var come = after.Except(before).ToList();
        if (come.Count > 0) await db.InsertManyAsync(list.Table, ["UserId", list.Column], come.Select(one => (IReadOnlyList<object?>)[userId, one]), cancellation);
    }

    private static string Administrators(string users, string rights) => $"""
        SELECT COUNT(*) FROM Account a
        JOIN PortalUser u {users} ON u.AccountId = a.Id
        JOIN UserRight r {rights} ON r.UserId = u.Id AND r.RightCode = @right
        WHERE a.OrganisationId = @OrganisationId AND a.ParentId IS NULL AND u.IsActive = 1 AND u.PasswordHash IS NOT NULL AND u.Id <> @userId
        """;

    private static object Stored(UserData user, DateTimeOffset now) => new
    {
        user.Id, user.OrganisationId, accountId = user.Account.Id, user.ContactPersonId, user.ExternalId, user.UserName, userNameKey = SwedishText.Fold(user.UserName),
        user.Email, emailKey = SwedishText.Fold(user.Email), user.MobileNumber, user.Language, user.SmsTwoFactor, user.IsActive, limitsProducts = user.Products.AreOn, now, user.Version,
    };

    private sealed record UserRow
    {
        public Guid Id { get; init; }
        public Guid OrganisationId { get; init; }
        public string ExternalId { get; init; } = "";
        public Guid ContactPersonId { get; init; }
        public string ContactPersonName { get; init; } = "";
        public Guid AccountId { get; init; }
        public string AccountNumber { get; init; } = "";
        public int IsRoot { get; init; }
        public string UserName { get; init; } = "";
        public string Email { get; init; } = "";
        public string? MobileNumber { get; init; }
        public bool SmsTwoFactor { get; init; }
        public string Language { get; init; } = "";
        public bool IsActive { get; init; }
        public int HasPassword { get; init; }
        public int Version { get; init; }

        public UserData ToData(IReadOnlySet<Right> rights, ProductLimits products) => new()
        {
            Id = Id,
            OrganisationId = OrganisationId,
            ExternalId = ExternalId,
            ContactPersonId = ContactPersonId,
            ContactPersonName = ContactPersonName,
            Account = new(AccountId, AccountNumber, IsRoot == 1),
            UserName = UserName,
            Email = Email,
            MobileNumber = MobileNumber,
            SmsTwoFactor = SmsTwoFactor,
            Language = Language,
            Rights = rights,
            Products = products,
            IsActive = IsActive,
            HasPassword = HasPassword == 1,
            Version = Version,
        };
    }
}
