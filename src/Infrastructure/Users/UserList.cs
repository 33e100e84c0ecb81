using Connect.Application.Common.Lists;
using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Lists;
using MediatR;

namespace Connect.Infrastructure.Users;

/// <summary>The users list in SQL. An organisation has thousands of users at most, so its orders have no indexes of their own.</summary>
internal static class UserList
{
    public const string Type = "CASE WHEN a.ParentId IS NULL THEN 1 ELSE 2 END";
    public const string Status = "CASE WHEN u.IsActive = 0 THEN 3 WHEN u.PasswordHash IS NULL THEN 2 ELSE 1 END";

    private const string TwoFactor = """
        CASE WHEN u.SmsTwoFactor = 1 THEN 1 ELSE 0 END + CASE WHEN EXISTS (SELECT 1 FROM UserAuthenticator w WHERE w.UserId = u.Id AND w.Secret IS NOT NULL) THEN 2 ELSE 0 END
        """;

    private const string OfAccounts = "u.AccountId IN (SELECT f.Id FROM Account f WHERE f.OrganisationId = @organisationId AND {0})";
    private const string Account = "JOIN Account a ON a.Id = u.AccountId";
    private const string Person = "JOIN ContactPerson p ON p.Id = u.ContactPersonId";

    // Whoever reaches little does not pay for the whole organisation's people.
    private const string OfPerson = "EXISTS (SELECT 1 FROM ContactPerson f WHERE f.Id = u.ContactPersonId AND {0})";

    public static readonly ListSource Source = new()
    {
        Table = "PortalUser",
        Alias = "u",
        Select = $"u.Id, p.Name, u.UserName, {Type} AS Type, a.DisplayName AS Account, a.Number AS AccountNumber, u.Email, {TwoFactor} AS TwoFactor, u.LastLoginAt, {Status} AS Status",
        Joins = $"{Account} {Person}",
        Visible = "1 = 1",
        Name = "p.Name",
        AccountIndex = "IX_PortalUser_Account",
        ScanIndexes = [],
        Columns = new Dictionary<string, ListSqlColumn>
        {
            ["name"] = new("f.Name") { Within = OfPerson, Sort = ["p.Name"], SortJoin = Person },
            ["user-name"] = new("u.UserName") { SortJoin = Person },
            ["type"] = new("CASE WHEN f.ParentId IS NULL THEN 1 ELSE 2 END") { Within = OfAccounts, Sort = [Type], SortJoin = $"{Account} {Person}" },
            ["account"] = new("f.DisplayName") { Folded = "f.SearchName", Number = "f.Number", Within = OfAccounts, Sort = ["a.DisplayName"], SortJoin = $"{Account} {Person}" },
            ["email"] = new("u.Email") { SortJoin = Person },
            ["two-factor"] = new($"({TwoFactor})") { SortJoin = Person },
            ["last-login"] = new("u.LastLoginAt") { MayBeNone = true, SortJoin = Person },
            ["status"] = new($"({Status})") { SortJoin = Person },
        },
    };

    public static readonly ListSql<UserRow> Sql = new(Source, ListUsers.Columns);
}

internal sealed class ListUsersHandler(DbSession db, Acting acting) : IRequestHandler<ListUsers, ListPage<UserRow>>
{
    private static readonly Stmt SelectRights = "SELECT UserId, RightCode FROM UserRight WHERE UserId IN @ids";

    private static readonly Stmt SelectProducts = """
        SELECT u.Id AS UserId, x.ProductId FROM PortalUser u LEFT JOIN UserProduct x ON x.UserId = u.Id WHERE u.Id IN @ids AND u.LimitsProducts = 1
        """;

    public async Task<ListPage<UserRow>> Handle(ListUsers request, CancellationToken cancellationToken)
    {
        var page = await UserList.Sql.PageAsync(db, acting.Reach, request.Request, cancellationToken);
        if (page.Rows.Count == 0) return page;
        var ids = page.Rows.Select(row => row.Id).ToArray();
        var by = await acting.GetAsync(cancellationToken);
        var rights = (await db.ListAsync<RightRow>(SelectRights, new { ids }, cancellationToken)).ToLookup(row => row.UserId, row => row.RightCode);
        var products = (await db.ListAsync<ProductRow>(SelectProducts, new { ids }, cancellationToken)).ToLookup(row => row.UserId, row => row.ProductId);
        // A user with limits and no product has a row without one.
        ProductLimits LimitsOf(Guid id) => products.Contains(id) ? ProductLimits.To(products[id].OfType<Guid>()) : ProductLimits.None;
        return page with { Rows = [.. page.Rows.Select(row => row with { MayBeManaged = by.MayGive(rights[row.Id], LimitsOf(row.Id)) })] };
    }

    private sealed record RightRow { public Guid UserId { get; init; } public Right RightCode { get; init; } }

    private sealed record ProductRow { public Guid UserId { get; init; } public Guid? ProductId { get; init; } }
}
