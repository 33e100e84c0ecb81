using Connect.Infrastructure.Persistence;

namespace Connect.TestKit;

public sealed partial class World
{
    private static readonly Stmt SelectAccountNumber = "SELECT Number FROM Account WHERE Id = @id";

    public async Task<string> AccountNumberAsync(Guid accountId) => (await Db.FirstOrDefaultAsync<string>(SelectAccountNumber, new { id = accountId }))!;

    private static readonly Stmt Closure = """
        INSERT INTO AccountTree (AncestorId, DescendantId, Depth)
        SELECT AncestorId, @id, Depth + 1 FROM AccountTree WHERE DescendantId = @parentId
        """;

    /// <summary>An organisation with its root account of the same name.</summary>
    public async Task<TestOrganisation> OrganisationAsync(string name = "Nordvik Bygg AB", bool requireTwoFactor = false)
    {
        var (id, number) = (Guid.CreateVersion7(), Next());
        await InsertAsync("Organisation", ("Id", id), ("ExternalId", $"ORG{number}"), ("OrganisationNumber", "5560360793"), ("Name", name),
            ("RequireTwoFactor", requireTwoFactor), ("Version", 1));
        return new(id, await AddAccountAsync(id, null, name, null));
    }

    /// <summary>An account under <paramref name="parentId"/>.</summary>
    public async Task<Guid> AccountAsync(Guid parentId, string name = "Avdelning", string? alias = null) =>
        await AddAccountAsync(await OrganisationOfAsync(parentId), parentId, name, alias);

    public async Task<Guid> ContactPersonAsync(Guid accountId, string name = "Anna Åkesson", string? email = "anna@example.com", string? phone = "+46701740605", params string[] roles)
    {
        var id = Guid.CreateVersion7();
        await InsertAsync("ContactPerson", ("Id", id), ("OrganisationId", await OrganisationOfAsync(accountId)), ("AccountId", accountId),
            ("ExternalId", $"CP{Next()}"), ("Name", name), ("Email", email), ("Phone", phone), ("Version", 1));
        foreach (var role in roles) await InsertAsync("ContactPersonRole", ("ContactPersonId", id), ("Role", role));
        return id;
    }

    private async Task<Guid> AddAccountAsync(Guid organisationId, Guid? parentId, string name, string? alias)
    {
        var (id, number) = (Guid.CreateVersion7(), Next());
        await InsertAsync("Account", ("Id", id), ("OrganisationId", organisationId), ("ParentId", parentId), ("ExternalId", $"A{number}"),
            ("Number", (100000 + number).ToString(null as IFormatProvider)), ("Name", name), ("Alias", alias), ("DisplayName", alias ?? name),
            ("SearchName", SwedishText.Fold(alias ?? name)), ("InvoiceOnPaper", false), ("Version", 1));
        await InsertAsync("AccountTree", ("AncestorId", id), ("DescendantId", id), ("Depth", 0));
        if (parentId is not null) await Db.ExecuteAsync(Closure, new { id, parentId });
        return id;
    }
}
