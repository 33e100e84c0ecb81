using Connect.Application.Search;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Search;

/// <summary>Users by name, user name or e-mail, or a part of it: those who can log in before those who are deactivated, and names that begin with what was typed first.</summary>
internal sealed class UserSearch(DbSession db) : ISearchSource
{
    /// <summary>Hits that the best are chosen from.</summary>
    private const int LookAt = 200;

    // An organisation's users are few beside its services: they are compared one by one (2 ms for each thousand within reach), so that what was written a moment ago is found.
    private const string From = "SELECT u.Id, p.Name, u.UserName, u.Email, u.IsActive FROM";
    private const string Sqlite = "(instr(u.UserNameKey, @text) > 0 OR instr(u.EmailKey, @text) > 0 OR instr(lower(p.Name), @text) > 0)";
    private const string SqlServer = "(CHARINDEX(@text, u.UserNameKey) > 0 OR CHARINDEX(@text, u.EmailKey) > 0 OR CHARINDEX(@text, LOWER(p.Name)) > 0)";
    private const string Order = "ORDER BY u.IsActive DESC, p.Name, u.Seq";
    private const string Person = "JOIN ContactPerson p ON p.Id = u.ContactPersonId";

    private static readonly Stmt SelectAll = Stmt.Top(
        $"{From} PortalUser u {Person} WHERE u.OrganisationId = @organisationId AND {Sqlite} {Order}",
        $"{From} PortalUser u {Person} WHERE u.OrganisationId = @organisationId AND {SqlServer} {Order}");

    private static readonly Stmt SelectPart = Stmt.Top(
        $"{From} AccountTree t CROSS JOIN PortalUser u INDEXED BY IX_PortalUser_Account ON u.AccountId = t.DescendantId {Person} WHERE t.AncestorId = @reachId AND u.OrganisationId = @organisationId AND {Sqlite} {Order}",
        $"{From} AccountTree t JOIN PortalUser u ON u.AccountId = t.DescendantId {Person} WHERE t.AncestorId = @reachId AND u.OrganisationId = @organisationId AND {SqlServer} {Order}");

    public SearchKind Kind => SearchKind.User;
    public Right Right => Right.ManageUsers;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(AccountReach reach, SearchText text, int take, CancellationToken cancellation)
    {
        var folded = SwedishText.Fold(text.Text);
        var found = reach.IsRoot
            ? await db.ListAsync<Hit>(SelectAll, new { organisationId = reach.OrganisationId, text = folded, take = LookAt }, cancellation)
            : await db.ListAsync<Hit>(SelectPart, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, text = folded, take = LookAt }, cancellation);
        return [.. found.OrderByDescending(hit => hit.IsActive).ThenByDescending(hit => hit.BeginsWord(folded)).Take(take).Select(hit => hit.ToHit())];
    }

    private sealed record Hit
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string UserName { get; init; } = "";
        public string Email { get; init; } = "";
        public bool IsActive { get; init; }

        public bool BeginsWord(string folded) => (" " + SwedishText.Fold(Name)).Contains(" " + folded, StringComparison.Ordinal);

        public SearchHit ToHit() => new(Id.ToString(), Name) { Detail = UserName == Email ? Email : $"{UserName} · {Email}", IsActive = IsActive };
    }
}
