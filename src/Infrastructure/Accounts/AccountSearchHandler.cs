using Connect.Application.Accounts;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Search;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Accounts;

internal sealed class AccountSearchHandler(DbSession db, ICurrentUser user)
    : IRequestHandler<SearchAccounts, AccountHits>, IRequestHandler<PickAccounts, AccountHits>, ISearchSource
{
    private const string Columns = "SELECT a.Id, a.Number, a.DisplayName, CASE WHEN a.Alias IS NULL THEN NULL ELSE a.Name END AS Name FROM";
    private const string Order = "ORDER BY a.DisplayName, a.Seq";

    // The alias hides the name, which is searched all the same.
    private const string Sqlite = "(@text = '' OR instr(a.SearchName, @text) > 0 OR instr(a.Number, @text) > 0 OR (a.Alias IS NOT NULL AND instr(lower(a.Name), @text) > 0))";
    private const string SqlServer = "(@text = '' OR CHARINDEX(@text, a.SearchName) > 0 OR CHARINDEX(@text, a.Number) > 0 OR (a.Alias IS NOT NULL AND CHARINDEX(@text, LOWER(a.Name)) > 0))";

    // Who sees all: in the order of an index that holds whatever is compared, until there are hits enough.
    private static readonly Stmt SearchAll = Stmt.Top(
        $"{Columns} Account a INDEXED BY IX_Account_Search WHERE a.OrganisationId = @organisationId AND {Sqlite} {Order}",
        $"{Columns} Account a WHERE a.OrganisationId = @organisationId AND {SqlServer} {Order}");

    // Who sees a part: that part, sorted.
    private static readonly Stmt SearchPart = Stmt.Top(
        $"{Columns} AccountTree t CROSS JOIN Account a ON a.Id = t.DescendantId WHERE t.AncestorId = @reachId AND a.OrganisationId = @organisationId AND {Sqlite} {Order}",
        $"{Columns} AccountTree t JOIN Account a ON a.Id = t.DescendantId WHERE t.AncestorId = @reachId AND a.OrganisationId = @organisationId AND {SqlServer} {Order}");

    // The one that is written out, however many others hold its number too.
    private static readonly Stmt SelectExact = $"""
        {Columns} Account a WHERE a.Number = @number AND a.OrganisationId = @organisationId
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id)
        """;

    private static readonly Stmt SelectPaths = """
        SELECT t.DescendantId AS Id, a.DisplayName
        FROM AccountTree t JOIN Account a ON a.Id = t.AncestorId
        WHERE t.DescendantId IN @ids AND t.Depth > 0
        AND EXISTS (SELECT 1 FROM AccountTree r WHERE r.AncestorId = @reachId AND r.DescendantId = t.AncestorId)
        ORDER BY t.Depth DESC
        """;

    public SearchKind Kind => SearchKind.Account;
    public Right Right => Right.ViewAccounts;

    /// <summary>Accounts for the search field, each told by its number.</summary>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(AccountReach reach, SearchText text, int take, CancellationToken cancellation) =>
        [.. (await FindAsync(reach, SwedishText.FoldTyped(text.Text), cancellation)).Hits.Take(take).Select(hit => new SearchHit(hit.Number, hit.DisplayName) { Detail = hit.Detail })];

    public async Task<AccountHits> Handle(SearchAccounts request, CancellationToken cancellationToken) =>
        SwedishText.FoldTyped(request.Text) is { Length: > 0 } text ? await FindAsync(user.Reach, text, cancellationToken) : new([], false);

    public async Task<AccountHits> Handle(PickAccounts request, CancellationToken cancellationToken)
    {
        var (reach, number) = (user.Reach, PickAccounts.NumberIn(TypedText.Signs(request.Text)));
        var exact = number.Length == 0 ? null
            : await db.FirstOrDefaultAsync<HitRow>(SelectExact, new { number, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellationToken);
        return await FindAsync(reach, SwedishText.FoldTyped(request.Text), cancellationToken, exact);
    }

    private async Task<AccountHits> FindAsync(AccountReach reach, string text, CancellationToken cancellation, HitRow? first = null)
    {
        const int take = SearchAccounts.Most + 1; // one more tells that there are more
        var found = reach.IsRoot
            ? await db.ListAsync<HitRow>(SearchAll, new { organisationId = reach.OrganisationId, text, take }, cancellation)
            : await db.ListAsync<HitRow>(SearchPart, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, text, take }, cancellation);
        if (first is not null) found = [first, .. found.Where(hit => hit.Id != first.Id)];
        var shown = found.Take(SearchAccounts.Most).ToList();
        if (shown.Count == 0) return new([], false);
        var paths = (await db.ListAsync<PathRow>(SelectPaths, new { ids = shown.Select(hit => hit.Id).ToArray(), reachId = reach.AccountId }, cancellation)).ToLookup(row => row.Id, row => row.DisplayName);
        return new([.. shown.Select(hit => new AccountHit(hit.Number, hit.DisplayName, hit.Name, [.. paths[hit.Id]]))], found.Count > shown.Count);
    }

    private sealed record HitRow { public Guid Id { get; init; } public string Number { get; init; } = ""; public string DisplayName { get; init; } = ""; public string? Name { get; init; } }

    private sealed record PathRow { public Guid Id { get; init; } public string DisplayName { get; init; } = ""; }
}
