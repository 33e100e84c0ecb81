using Connect.Application.Common.Security;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.TestKit;

public sealed partial class World
{
    private static readonly Stmt SelectOrganisationName = "SELECT Name FROM Organisation WHERE Id = @id";
    private static readonly Stmt SelectIsRoot = "SELECT COUNT(*) FROM Account WHERE Id = @id AND ParentId IS NULL";

    public static readonly IReadOnlyList<Right> AllRights = Enum.GetValues<Right>();

    /// <summary>A user whose reach is the account and what is below it, with every right unless told.</summary>
    /// <returns>The identity that the user's requests carry, for <see cref="TestScope"/>.</returns>
    public async Task<UserIdentity> UserAsync(Guid accountId, string? userName = null, IReadOnlyList<Right>? rights = null,
        string? email = null, string? mobile = "+46701740605", string? passwordHash = null, bool smsTwoFactor = false, bool isActive = true, string language = "sv")
    {
        var (id, name) = (Guid.CreateVersion7(), userName ?? $"user{Next()}");
        var (organisationId, mail) = (await OrganisationOfAsync(accountId), email ?? $"{name}@example.com");
        var person = await ContactPersonAsync(accountId, $"Person {name}", mail, mobile);
        await InsertAsync("PortalUser", ("Id", id), ("OrganisationId", organisationId), ("AccountId", accountId), ("ContactPersonId", person),
            ("ExternalId", $"U{Next()}"), ("UserName", name), ("UserNameKey", SwedishText.Fold(name)), ("Email", mail), ("EmailKey", SwedishText.Fold(mail)),
            ("MobileNumber", mobile), ("PasswordHash", passwordHash), ("Language", language), ("SmsTwoFactor", smsTwoFactor),
            ("IsActive", isActive), ("CreatedAt", Now), ("Version", 1));
        foreach (var right in rights ?? AllRights) await InsertAsync("UserRight", ("UserId", id), ("RightCode", right));
        return await IdentityAsync(id, name, $"Person {name}", organisationId, accountId, rights ?? AllRights, language);
    }

    private async Task<UserIdentity> IdentityAsync(Guid id, string name, string person, Guid organisationId, Guid accountId, IReadOnlyList<Right> rights, string language) => new()
    {
        Id = id,
        UserName = name,
        DisplayName = person,
        OrganisationName = await Db.FirstOrDefaultAsync<string>(SelectOrganisationName, new { id = organisationId }) ?? "",
        Reach = new AccountReach(organisationId, accountId, await Db.FirstOrDefaultAsync<int>(SelectIsRoot, new { id = accountId }) == 1),
        Rights = rights.ToHashSet(),
        Language = language,
    };
}
