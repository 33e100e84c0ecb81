using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Lists;
using MediatR;

namespace Connect.Infrastructure.Subscriptions;

/// <summary>The services list in SQL.</summary>
internal static class SubscriptionList
{
    public static readonly ListSource Source = new()
    {
        Table = "Subscription",
        Alias = "s",
        Select = "s.Id, s.Status, s.Kind, s.UserName, s.PhoneNumber, s.FixedNumber, p.Name AS Product, a.DisplayName AS Account, s.MonthlyPrice, s.CostCentre, s.EmployeeNumber, s.EndsOn",
        Joins = "JOIN Account a ON a.Id = s.AccountId JOIN Product p ON p.Id = s.ProductId",
        Visible = "s.IsHidden = 0",
        Name = "s.UserName",
        AccountIndex = "IX_Subscription_Account",
        ScanIndexes =
        [
            ("IX_Subscription_Status", ["Status"]),
            ("IX_Subscription_Product", ["Status", "ProductId"]),
            ("IX_Subscription_PhoneOrder", ["Status", "PhoneNumber"]),
            ("IX_Subscription_UserName", ["Status", "UserName"]),
        ],
        Columns = new Dictionary<string, ListSqlColumn>
        {
            ["status"] = new("s.Status") { Index = "IX_Subscription_StatusOrder", Covers = ["Status"], Reads = "Status" },
            ["name"] = new("s.UserName") { Folded = "s.SearchName", Index = "IX_Subscription_UserName", Covers = ["Status", "UserName"], Reads = "UserName" },
            ["phone"] = new("s.PhoneNumber") { OtherNumber = "s.FixedNumber", Sort = ["s.PhoneNumber", "s.FixedNumber"], Index = "IX_Subscription_PhoneOrder", Covers = ["Status", "PhoneNumber"], Reads = "PhoneNumber" },
            ["service"] = new("f.Name")
            {
                Within = "s.ProductId IN (SELECT f.Id FROM Product f WHERE {0})",
                Reads = "ProductId",
                Sort = ["p.Name", "p.Id"],
                SortJoin = "JOIN Product p ON p.Id = s.ProductId",
                Lead = new("Product p", "IX_Product_Name", "s.ProductId = p.Id", "IX_Subscription_Product", OrganisationId: null, AccountId: null),
            },
            ["kind"] = new("s.Kind") { Index = "IX_Subscription_Kind" },
            ["account"] = new("f.DisplayName")
            {
                Folded = "f.SearchName",
                Number = "f.Number",
                Within = "s.AccountId IN (SELECT f.Id FROM Account f WHERE f.OrganisationId = @organisationId AND {0})",
                Sort = ["a.DisplayName", "a.Seq"],
                SortJoin = "JOIN Account a ON a.Id = s.AccountId",
                Lead = new("Account a", "IX_Account_DisplayName", "s.AccountId = a.Id", "IX_Subscription_Account", "a.OrganisationId", "a.Id"),
            },
            ["price"] = new("s.MonthlyPrice") { Index = "IX_Subscription_Price" },
            ["cost-centre"] = new("s.CostCentre") { Index = "IX_Subscription_CostCentre" },
            ["employee"] = new("s.EmployeeNumber") { Index = "IX_Subscription_EmployeeNumber" },
            ["ends"] = new("s.EndsOn") { MayBeNone = true, Index = "IX_Subscription_EndsOn", RisingIndex = "IX_Subscription_EndsRising" },
        },
    };

    public static readonly ListSql<SubscriptionRow> Sql = new(Source, ListSubscriptions.Columns);
}

internal sealed class ListSubscriptionsHandler(DbSession db, ICurrentUser user) : IRequestHandler<ListSubscriptions, ListPage<SubscriptionRow>>
{
    public Task<ListPage<SubscriptionRow>> Handle(ListSubscriptions request, CancellationToken cancellationToken) =>
        SubscriptionList.Sql.PageAsync(db, user.Reach, request.Request, cancellationToken);
}

internal sealed class ListServiceNamesHandler(DbSession db, ICurrentUser user) : IRequestHandler<ListServiceNames, IReadOnlyList<string>>
{
    // The catalogue is small: each product is asked whether a service of it is within reach.
    private static readonly Stmt SelectNames = """
        SELECT p.Name FROM Product p
        WHERE p.IsHidden = 0 AND EXISTS (SELECT 1 FROM Subscription s
            WHERE s.OrganisationId = @organisationId AND s.ProductId = p.Id AND s.IsHidden = 0
            AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId))
        ORDER BY p.Name
        """;

    public async Task<IReadOnlyList<string>> Handle(ListServiceNames request, CancellationToken cancellationToken) =>
        [.. (await db.ListAsync<string>(SelectNames, new { organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId }, cancellationToken)).Distinct()];
}
