using Connect.Application.Common.Errors;
using Connect.Domain.Accounts;

namespace Connect.Infrastructure.Persistence.Accounts;

/// <summary>Contact persons and their roles in the database.</summary>
internal sealed class ContactPersonRows(DbSession db)
{
    private static readonly Stmt Select = """
        SELECT p.Id, p.OrganisationId, p.AccountId, p.ExternalId, p.Name, p.Email, p.Phone, p.Version,
            CASE WHEN EXISTS (SELECT 1 FROM PortalUser u WHERE u.ContactPersonId = p.Id) THEN 1 ELSE 0 END AS HasUser
        FROM ContactPerson p WHERE p.Id = @id AND p.AccountId = @accountId
        """;

    private static readonly Stmt SelectRoles = "SELECT Role FROM ContactPersonRole WHERE ContactPersonId = @id ORDER BY Role";

    private static readonly Stmt Insert = """
        INSERT INTO ContactPerson (Id, OrganisationId, AccountId, ExternalId, Name, Email, Phone, Version)
        VALUES (@Id, @OrganisationId, @AccountId, @ExternalId, @Name, @Email, @Phone, 1)
        """;

    private static readonly Stmt Update = "UPDATE ContactPerson SET Name = @Name, Email = @Email, Phone = @Phone, Version = Version + 1 WHERE Id = @Id AND Version = @Version";
    private static readonly Stmt Delete = """
        DELETE FROM ContactPerson WHERE Id = @Id AND Version = @Version AND NOT EXISTS (SELECT 1 FROM PortalUser u WHERE u.ContactPersonId = @Id)
        """;

    private static readonly Stmt DeleteRoles = "DELETE FROM ContactPersonRole WHERE ContactPersonId = @id";
    private static readonly Stmt InsertRole = "INSERT INTO ContactPersonRole (ContactPersonId, Role) VALUES (@id, @role)";

    public async Task<ContactPerson?> FindAsync(Guid accountId, Guid id, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<ContactPerson>(Select, new { id, accountId }, cancellation) is { } person
            ? person with { Roles = await db.ListAsync<string>(SelectRoles, new { id }, cancellation) } : null;

    public async Task SaveAsync(ContactPerson person, CancellationToken cancellation)
    {
        if (person.Version == 0)
            await db.ExecuteAsync(Insert, new { person.Id, person.OrganisationId, person.AccountId, person.ExternalId, person.Name, person.Email, person.Phone }, cancellation);
        else if (await db.ExecuteAsync(Update, new { person.Name, person.Email, person.Phone, person.Id, person.Version }, cancellation) == 0) throw new ConflictException();
        await db.ExecuteAsync(DeleteRoles, new { id = person.Id }, cancellation);
        foreach (var role in person.Roles) await db.ExecuteAsync(InsertRole, new { id = person.Id, role }, cancellation);
    }

    public async Task RemoveAsync(ContactPerson person, CancellationToken cancellation)
    {
        if (await db.ExecuteAsync(Delete, new { person.Id, person.Version }, cancellation) == 0) throw new ConflictException();
    }
}
