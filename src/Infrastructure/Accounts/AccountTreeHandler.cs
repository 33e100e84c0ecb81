using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Accounts;

internal sealed class AccountTreeHandler(DbSession db, ICurrentUser user) : IRequestHandler<GetAccountTree, AccountNode>, IRequestHandler<GetAccountBranch, AccountNode>
{
    // From the top of the reach down to the account, with how many lie below each. SQLite would read the whole organisation: it is told where to begin.
    private static readonly Stmt SelectPath = new(Path("CROSS JOIN"), Path("JOIN"));

    private static readonly Stmt SelectId = """
        SELECT a.Id FROM Account a
        WHERE a.Number = @number AND a.OrganisationId = @organisationId
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id)
        """;

    // SQLite would walk the whole organisation in the order of names, so it is told.
    private static readonly Stmt SelectChildren = new(Children(" INDEXED BY IX_Account_Parent").Sqlite, Children("").SqlServer);

    public async Task<AccountNode> Handle(GetAccountTree request, CancellationToken cancellationToken)
    {
        var reach = user.Reach;
        var open = request.Open is null ? null : await FindAsync(reach, request.Open, cancellationToken);
        var path = await PathAsync(reach, open ?? reach.AccountId, cancellationToken);
        // From below, so that each level holds the one that was made.
        AccountNode? made = null;
        for (var i = path.Count - 1; i >= 0; i--)
        {
            var children = await ChildrenAsync(reach, path[i].Id, i + 2, made is null ? Math.Max(0, request.Skip) : 0, cancellationToken);
            made = Node(path[i], i + 1, 1) with { Children = made is null ? children : With(children, made) };
        }

        return made ?? throw new NotFoundException();
    }

    public async Task<AccountNode> Handle(GetAccountBranch request, CancellationToken cancellationToken)
    {
        var reach = user.Reach;
        var id = await FindAsync(reach, request.Number, cancellationToken) ?? throw new NotFoundException();
        var path = await PathAsync(reach, id, cancellationToken);
        var skip = Math.Max(0, request.Skip);
        return Node(path[^1], path.Count, 1) with { Children = await ChildrenAsync(reach, id, path.Count + 1, skip, cancellationToken) };
    }

    // An account far down a long row stands after the first portion, and those between are fetched when they are asked for.
    private static IReadOnlyList<AccountNode> With(IReadOnlyList<AccountNode> children, AccountNode opened)
    {
        var at = children.ToList().FindIndex(child => child.Number == opened.Number);
        return at < 0 ? [.. children, opened with { Position = children.Count + 1 }] : [.. children.Take(at), opened with { Position = at + 1 }, .. children.Skip(at + 1)];
    }

    private static string Path(string join) => $"""
        SELECT a.Id, a.ParentId, a.Number, a.DisplayName, (SELECT COUNT(*) FROM Account c WHERE c.ParentId = a.Id) AS ChildCount
        FROM AccountTree t {join} Account a ON a.Id = t.AncestorId
        WHERE t.DescendantId = @id AND a.OrganisationId = @organisationId
        AND EXISTS (SELECT 1 FROM AccountTree r WHERE r.AncestorId = @reachId AND r.DescendantId = t.AncestorId)
        ORDER BY t.Depth DESC
        """;

    private static Stmt Children(string index) => Stmt.Page($"""
        SELECT a.Id, a.ParentId, a.Number, a.DisplayName, (SELECT COUNT(*) FROM Account c WHERE c.ParentId = a.Id) AS ChildCount
        FROM Account a{index} WHERE a.ParentId = @id AND a.OrganisationId = @organisationId ORDER BY a.DisplayName, a.Seq
        """);

    private Task<Guid?> FindAsync(AccountReach reach, string number, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<Guid?>(SelectId, new { number, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellation);

    private Task<IReadOnlyList<NodeRow>> PathAsync(AccountReach reach, Guid id, CancellationToken cancellation) =>
        db.ListAsync<NodeRow>(SelectPath, new { id, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellation);

    private async Task<IReadOnlyList<AccountNode>> ChildrenAsync(AccountReach reach, Guid id, int level, int skip, CancellationToken cancellation)
    {
        var rows = await db.ListAsync<NodeRow>(SelectChildren, new { id, organisationId = reach.OrganisationId, skip, take = GetAccountBranch.Portion }, cancellation);
        return [.. rows.Select((row, i) => Node(row, level, skip + i + 1))];
    }

    private static AccountNode Node(NodeRow row, int level, int position) =>
        new() { Number = row.Number, DisplayName = row.DisplayName, Level = level, Position = position, ChildCount = row.ChildCount };

    private sealed record NodeRow
    {
        public Guid Id { get; init; }
        public Guid? ParentId { get; init; }
        public string Number { get; init; } = "";
        public string DisplayName { get; init; } = "";
        public int ChildCount { get; init; }
    }
}
