using Connect.Application.Accounts;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Lists;
using MediatR;

namespace Connect.Infrastructure.Accounts;

/// <summary>The accounts list in SQL.</summary>
internal static class AccountList
{
    public static readonly ListSource Source = new()
    {
        Table = "Account",
        Alias = "a",
        // What lies above the reach does not exist for the user.
        Select = "a.Id, a.DisplayName, a.Number, CASE WHEN a.Id = @reachId THEN NULL ELSE p.DisplayName END AS Above, a.InvoiceReference, a.OrganisationNumber, a.City",
        Joins = "LEFT JOIN Account p ON p.Id = a.ParentId",
        Visible = "1 = 1",
        Name = "a.DisplayName",
        AccountColumn = "Id",
        SelectsByReach = true,
        ScanIndexes = [("IX_Account_Number", ["Number"]), ("IX_Account_Search", ["Number", "DisplayName"])],
        Columns = new Dictionary<string, ListSqlColumn>
        {
            ["name"] = new("a.DisplayName") { Folded = "a.SearchName", Index = "IX_Account_Search", Covers = ["Number", "DisplayName"], Reads = "DisplayName" },
            ["number"] = new("a.Number") { Index = "IX_Account_Number", Covers = ["Number"], Reads = "Number" },
            ["above"] = new("p.DisplayName"),
            ["reference"] = new("a.InvoiceReference"),
            ["organisation-number"] = new("a.OrganisationNumber"),
            ["city"] = new("a.City"),
        },
    };

    public static readonly ListSql<AccountRow> Sql = new(Source, ListAccounts.Columns);
}

internal sealed class ListAccountsHandler(DbSession db, ICurrentUser user) : IRequestHandler<ListAccounts, ListPage<AccountRow>>
{
    public Task<ListPage<AccountRow>> Handle(ListAccounts request, CancellationToken cancellationToken) =>
        AccountList.Sql.PageAsync(db, user.Reach, request.Request, cancellationToken);
}
