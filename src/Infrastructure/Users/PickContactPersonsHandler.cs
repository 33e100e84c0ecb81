using Connect.Application.Common.Security;
using Connect.Application.Users;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Users;

/// <summary>The texts that are compared stand in the indexes; what else is told is read for those that are shown.</summary>
internal sealed class PickContactPersonsHandler(DbSession db, ICurrentUser user) : IRequestHandler<PickContactPersons, ContactPersonHits>
{
    // As the indexes of 0014 spell it: another spelling reads each person's row.
    private const string Sqlite = "instr(lower(p.Name), @text) > 0 OR instr(lower(p.Email), @text) > 0";
    private const string SqlServer = "CHARINDEX(@text, LOWER(p.Name)) > 0 OR CHARINDEX(@text, LOWER(p.Email)) > 0";
    private const string OfAccount = "p.AccountId = (SELECT a.Id FROM Account a WHERE a.Number = @text AND a.OrganisationId = @OrganisationId)";
    private const string Order = "ORDER BY p.Name, p.Seq";

    // Who sees all: in the order of the index, until there are hits enough.
    internal static readonly Stmt SelectAll = Stmt.Top(
        $"SELECT p.Seq FROM ContactPerson p INDEXED BY IX_ContactPerson_Search WHERE p.OrganisationId = @OrganisationId AND (@text = '' OR {OfAccount} OR {Sqlite}) {Order}",
        $"SELECT p.Seq FROM ContactPerson p WHERE p.OrganisationId = @OrganisationId AND (@text = '' OR {OfAccount} OR {SqlServer}) {Order}");

    // Who sees a part: that part, sorted.
    internal static readonly Stmt SelectPart = Stmt.Top(
        $"SELECT p.Seq FROM AccountTree t CROSS JOIN ContactPerson p INDEXED BY IX_ContactPerson_Account ON p.AccountId = t.DescendantId WHERE t.AncestorId = @AccountId AND (@text = '' OR {OfAccount} OR {Sqlite}) {Order}",
        $"SELECT p.Seq FROM AccountTree t JOIN ContactPerson p ON p.AccountId = t.DescendantId WHERE t.AncestorId = @AccountId AND p.OrganisationId = @OrganisationId AND (@text = '' OR {OfAccount} OR {SqlServer}) {Order}");

    private static readonly Stmt SelectHits = $"""
        SELECT p.Id, p.Name, p.Email, p.Phone, a.Number AS AccountNumber, a.DisplayName AS AccountName,
            (SELECT MIN(u.UserName) FROM PortalUser u WHERE u.ContactPersonId = p.Id
             AND EXISTS (SELECT 1 FROM AccountTree s WHERE s.AncestorId = @AccountId AND s.DescendantId = u.AccountId)) AS UserName
        FROM ContactPerson p JOIN Account a ON a.Id = p.AccountId
        WHERE p.Seq IN @shown {Order}
        """;

    public async Task<ContactPersonHits> Handle(PickContactPersons request, CancellationToken cancellationToken)
    {
        var text = SwedishText.FoldTyped(request.Text);
        const int take = PickContactPersons.Most + 1; // one more tells that there are more
        var found = await db.ListAsync<long>(user.Reach.IsRoot ? SelectAll : SelectPart, new { user.Reach.OrganisationId, user.Reach.AccountId, text, take }, cancellationToken);
        if (found.Count == 0) return new([], HasMore: false);
        var shown = found.Take(PickContactPersons.Most).ToArray();
        return new(await db.ListAsync<ContactPersonHit>(SelectHits, new { user.Reach.AccountId, shown }, cancellationToken), found.Count > shown.Length);
    }
}
