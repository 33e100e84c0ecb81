using System.Data.Common;
using System.Text.Json;
using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Domain.Accounts;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Accounts;

internal sealed class AccountRepository(DbSession db, ContactPersonRows people) : IAccountRepository
{
    private static readonly Stmt SelectInReach = """
        SELECT a.Id, a.OrganisationId, a.ParentId, a.ExternalId, a.Number, a.Name, a.Alias, a.InvoiceReference, a.OrganisationNumber, a.Email, a.Phone,
            a.Street, a.PostalCode, a.City, a.InvoiceOnPaper, a.InvoiceStreet, a.InvoicePostalCode, a.InvoiceCity, a.Version
        FROM Account a
        WHERE a.Number = @number AND a.OrganisationId = @organisationId
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id)
        """;

    private static readonly Stmt SelectForOperator = """
        SELECT Id, OrganisationId, ParentId, ExternalId, Number, Name, Alias, InvoiceReference, OrganisationNumber, Email, Phone,
            Street, PostalCode, City, InvoiceOnPaper, InvoiceStreet, InvoicePostalCode, InvoiceCity, Version
        FROM Account WHERE Id = @id AND OrganisationId = @organisationId
        """;

    private static readonly Stmt SelectTaken = "SELECT COUNT(*) FROM Account WHERE Number = @number";

    private static readonly Stmt Insert = """
        INSERT INTO Account (Id, OrganisationId, ParentId, ExternalId, Number, Name, Alias, DisplayName, SearchName, InvoiceReference, OrganisationNumber, Email, Phone,
            Street, PostalCode, City, InvoiceOnPaper, InvoiceStreet, InvoicePostalCode, InvoiceCity, Version)
        VALUES (@Id, @OrganisationId, @ParentId, @ExternalId, @Number, @Name, @Alias, @DisplayName, @SearchName, @InvoiceReference, @OrganisationNumber, @Email, @Phone,
            @Street, @PostalCode, @City, @InvoiceOnPaper, @InvoiceStreet, @InvoicePostalCode, @InvoiceCity, 1)
        """;

    private static readonly Stmt InsertInTree = """
        INSERT INTO AccountTree (AncestorId, DescendantId, Depth)
        SELECT AncestorId, @id, Depth + 1 FROM AccountTree WHERE DescendantId = @parentId
        """;

    private static readonly Stmt InsertItself = "INSERT INTO AccountTree (AncestorId, DescendantId, Depth) VALUES (@id, @id, 0)";

    private static readonly Stmt Update = """
        UPDATE Account SET Alias = @Alias, DisplayName = @DisplayName, SearchName = @SearchName, InvoiceReference = @InvoiceReference, Email = @Email, Phone = @Phone,
            Street = @Street, PostalCode = @PostalCode, City = @City, InvoiceStreet = @InvoiceStreet, InvoicePostalCode = @InvoicePostalCode, InvoiceCity = @InvoiceCity,
            Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """;

    private static readonly Stmt InsertEvent = """
        INSERT INTO AccountEvent (Id, AccountId, At, Kind, Actor, Detail) VALUES (@Id, @accountId, @At, @Kind, @Actor, @detail)
        """;

    public async Task<Account?> FindAsync(AccountReach reach, string number, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<AccountData>(SelectInReach, new { number, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellation)
            is { } data ? new Account(data) : null;

    public async Task<Account?> FindForOperatorAsync(Guid organisationId, Guid id, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<AccountData>(SelectForOperator, new { id, organisationId }, cancellation) is { } data ? new Account(data) : null;

    public async Task<bool> IsTakenAsync(string number, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<int>(SelectTaken, new { number }, cancellation) > 0;

    public async Task SaveAsync(Account account, CancellationToken cancellation)
    {
        if (account.Data.Version == 0) await AddAsync(account.Data, cancellation);
        else if (await db.ExecuteAsync(Update, Changed(account.Data), cancellation) == 0) throw new ConflictException();
        foreach (var happened in account.NewEvents)
        {
            var detail = JsonSerializer.Serialize(happened.Values);
            await db.ExecuteAsync(InsertEvent, new { happened.Id, accountId = account.Id, happened.At, happened.Kind, happened.Actor, detail }, cancellation);
        }
    }

    public Task<ContactPerson?> FindContactPersonAsync(Account account, Guid id, CancellationToken cancellation) => people.FindAsync(account.Id, id, cancellation);

    public Task SaveAsync(ContactPerson person, CancellationToken cancellation) => people.SaveAsync(person, cancellation);

    public Task RemoveAsync(ContactPerson person, CancellationToken cancellation) => people.RemoveAsync(person, cancellation);

    private async Task AddAsync(AccountData data, CancellationToken cancellation)
    {
        try
        {
            await db.ExecuteAsync(Insert, new
            {
                data.Id, data.OrganisationId, data.ParentId, data.ExternalId, data.Number, data.Name, data.Alias, data.DisplayName, SearchName = SwedishText.Fold(data.DisplayName),
                data.InvoiceReference, data.OrganisationNumber, data.Email, data.Phone, data.Street, data.PostalCode, data.City, data.InvoiceOnPaper,
                data.InvoiceStreet, data.InvoicePostalCode, data.InvoiceCity,
            }, cancellation);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            throw new ConflictException(); // a load has taken the number in between
        }

        await db.ExecuteAsync(InsertInTree, new { id = data.Id, parentId = data.ParentId!.Value }, cancellation);
        await db.ExecuteAsync(InsertItself, new { id = data.Id }, cancellation);
    }

    private static object Changed(AccountData data) => new
    {
        data.Alias, data.DisplayName, SearchName = SwedishText.Fold(data.DisplayName), data.InvoiceReference, data.Email, data.Phone, data.Street, data.PostalCode, data.City,
        data.InvoiceStreet, data.InvoicePostalCode, data.InvoiceCity, data.Id, data.Version,
    };
}
