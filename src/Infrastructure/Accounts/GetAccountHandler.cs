using System.Text.Json;
using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Domain.Accounts;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Accounts;

internal sealed class GetAccountHandler(DbSession db, ICurrentUser user) : IRequestHandler<GetAccount, AccountDetail>
{
    private const int MostHistory = 50, MostPersons = 500;

    private static readonly Stmt SelectFacts = """
        SELECT a.Id, a.Number, a.Name, a.Alias, a.DisplayName, a.InvoiceReference, a.OrganisationNumber, a.Email, a.Phone, a.Street, a.PostalCode, a.City,
            a.InvoiceOnPaper, a.InvoiceStreet, a.InvoicePostalCode, a.InvoiceCity, a.Version, (SELECT COUNT(*) FROM Account c WHERE c.ParentId = a.Id) AS SubAccounts
        FROM Account a
        WHERE a.Number = @number AND a.OrganisationId = @organisationId
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id)
        """;

    private static readonly Stmt SelectPath = """
        SELECT a.Number, a.DisplayName
        FROM AccountTree t JOIN Account a ON a.Id = t.AncestorId
        WHERE t.DescendantId = @id AND t.Depth > 0
        AND EXISTS (SELECT 1 FROM AccountTree r WHERE r.AncestorId = @reachId AND r.DescendantId = t.AncestorId)
        ORDER BY t.Depth DESC
        """;

    private static readonly Stmt SelectPersons = Stmt.Top("""
        SELECT p.Id, p.Name, p.Email, p.Phone, p.Version, CASE WHEN EXISTS (SELECT 1 FROM PortalUser u WHERE u.ContactPersonId = p.Id) THEN 1 ELSE 0 END AS HasUser
        FROM ContactPerson p WHERE p.AccountId = @id ORDER BY p.Name, p.Seq
        """);

    private static readonly Stmt SelectRoles = """
        SELECT r.ContactPersonId AS Id, r.Role FROM ContactPersonRole r JOIN ContactPerson p ON p.Id = r.ContactPersonId WHERE p.AccountId = @id ORDER BY r.Role
        """;

    private static readonly Stmt SelectHistory = Stmt.Top("SELECT At, Kind, Actor, Detail FROM AccountEvent WHERE AccountId = @id ORDER BY At DESC, Seq DESC");

    public async Task<AccountDetail> Handle(GetAccount request, CancellationToken cancellationToken)
    {
        var reach = user.Reach;
        var facts = await db.FirstOrDefaultAsync<AccountFacts>(SelectFacts, new { number = request.Number, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellationToken)
            ?? throw new NotFoundException();
        var id = facts.Id;
        var persons = await db.ListAsync<ContactPersonView>(SelectPersons, new { id, take = MostPersons }, cancellationToken);
        var roles = (await db.ListAsync<RoleRow>(SelectRoles, new { id }, cancellationToken)).ToLookup(row => row.Id, row => row.Role);
        var history = await db.ListAsync<HistoryRow>(SelectHistory, new { id, take = MostHistory }, cancellationToken);
        return new AccountDetail
        {
            Facts = facts,
            Path = await db.ListAsync<AccountStep>(SelectPath, new { id, reachId = reach.AccountId }, cancellationToken),
            ContactPersons = [.. persons.Select(person => person with { Roles = [.. roles[person.Id]] })],
            History = [.. history.Select(row => new AccountHistoryLine(row.At, row.Kind, row.Actor, Values(row)))],
        };
    }

    private static string[] Values(HistoryRow row)
    {
        var values = row.Detail is null ? [] : JsonSerializer.Deserialize<string[]>(row.Detail)!;
        return row.Kind == AccountEventKinds.OperatorRefused ? [.. values.Select(value => OwnReasons.Shown(value)!)] : values;
    }

    private sealed record RoleRow { public Guid Id { get; init; } public string Role { get; init; } = ""; }

    private sealed record HistoryRow { public DateTimeOffset At { get; init; } public string Kind { get; init; } = ""; public string Actor { get; init; } = ""; public string? Detail { get; init; } }
}
