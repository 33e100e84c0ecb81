using Connect.Application.Common.Security;
using Connect.Application.Users;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Users;

internal sealed class PickContactPersonsHandler(DbSession db, ICurrentUser user) : IRequestHandler<PickContactPersons, ContactPersonHits>
{
    private static readonly Stmt Select = Stmt.Top(
        Found("instr(lower(p.Name), @text) > 0 OR instr(lower(p.Email), @text) > 0"),
        Found("CHARINDEX(@text, LOWER(p.Name)) > 0 OR CHARINDEX(@text, LOWER(p.Email)) > 0"));

    public async Task<ContactPersonHits> Handle(PickContactPersons request, CancellationToken cancellationToken)
    {
        var text = SwedishText.FoldTyped(request.Text);
        const int take = PickContactPersons.Most + 1; // one more tells that there are more
        var found = await db.ListAsync<ContactPersonHit>(Select, new { user.Reach.OrganisationId, user.Reach.AccountId, text, take }, cancellationToken);
        return new([.. found.Take(PickContactPersons.Most)], found.Count > PickContactPersons.Most);
    }

    private static string Found(string text) => $"""
        SELECT p.Id, p.Name, p.Email, p.Phone, a.Number AS AccountNumber, a.DisplayName AS AccountName,
            (SELECT MIN(u.UserName) FROM PortalUser u WHERE u.ContactPersonId = p.Id
             AND EXISTS (SELECT 1 FROM AccountTree s WHERE s.AncestorId = @AccountId AND s.DescendantId = u.AccountId)) AS UserName
        FROM AccountTree t JOIN Account a ON a.Id = t.DescendantId JOIN ContactPerson p ON p.AccountId = a.Id
        WHERE t.AncestorId = @AccountId AND a.OrganisationId = @OrganisationId AND (@text = '' OR a.Number = @text OR {text})
        ORDER BY p.Name, p.Seq
        """;
}
