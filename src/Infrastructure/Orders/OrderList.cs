using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Lists;
using MediatR;

namespace Connect.Infrastructure.Orders;

/// <summary>The orders list in SQL. Orders that are alike in what they are sorted by follow as they came in.</summary>
internal static class OrderList
{
    // What has ended is awaited no more, whatever day was said.
    private const string Expected = "CASE WHEN o.EndedAt IS NULL THEN o.ExpectedOn END";

    public static readonly ListSource Source = new()
    {
        Table = "CustomerOrder",
        Alias = "o",
        Select = "o.Number, o.Type, o.State, o.ServiceName AS Service, a.DisplayName AS Account, o.OrderedAt, o.OrderedBy, " + Expected + " AS ExpectedOn, o.EndedAt",
        Joins = "JOIN Account a ON a.Id = o.AccountId",
        Visible = "o.IsHidden = 0",
        Name = "o.Seq",
        AccountIndex = "IX_CustomerOrder_Account",
        ScanIndexes =
        [
            ("IX_CustomerOrder_State", ["State", "Type"]),
            ("IX_CustomerOrder_Ordered", ["State", "Type", "OrderedAt"]),
            ("IX_CustomerOrder_NumberOrder", ["State", "Number"]),
            ("IX_CustomerOrder_OrderedBy", ["State", "OrderedBy"]),
            ("IX_CustomerOrder_ServiceName", ["State", "ServiceName"]),
        ],
        Columns = new Dictionary<string, ListSqlColumn>
        {
            ["state"] = new("o.State") { Index = "IX_CustomerOrder_State", Covers = ["State", "Type"], Reads = "State" },
            ["number"] = new("o.Number") { Index = "IX_CustomerOrder_NumberOrder", Covers = ["State", "Number"], Reads = "Number" },
            ["type"] = new("o.Type") { Index = "IX_CustomerOrder_Type", Covers = ["State", "Type"], Reads = "Type" },
            ["service"] = new("o.ServiceName") { Folded = "o.SearchName", Index = "IX_CustomerOrder_ServiceName", Covers = ["State", "ServiceName"], Reads = "ServiceName" },
            ["account"] = new("f.DisplayName")
            {
                Folded = "f.SearchName",
                Number = "f.Number",
                Within = "o.AccountId IN (SELECT f.Id FROM Account f WHERE f.OrganisationId = @organisationId AND {0})",
                Sort = ["a.DisplayName", "a.Seq"],
                SortJoin = "JOIN Account a ON a.Id = o.AccountId",
                Lead = new("Account a", "IX_Account_DisplayName", "o.AccountId = a.Id", "IX_CustomerOrder_Account", "a.OrganisationId", "a.Id"),
            },
            ["ordered"] = new("o.OrderedAt") { Index = "IX_CustomerOrder_Ordered", Covers = ["State", "Type", "OrderedAt"], Reads = "OrderedAt" },
            ["ordered-by"] = new("o.OrderedBy") { Index = "IX_CustomerOrder_OrderedBy", Covers = ["State", "OrderedBy"], Reads = "OrderedBy" },
            ["expected"] = new($"({Expected})") { MayBeNone = true, Index = "IX_CustomerOrder_Expected", RisingIndex = "IX_CustomerOrder_ExpectedRising" },
            ["ended"] = new("o.EndedAt") { MayBeNone = true, Index = "IX_CustomerOrder_Ended", RisingIndex = "IX_CustomerOrder_EndedRising" },
        },
    };

    public static readonly ListSql<OrderRow> Sql = new(Source, ListOrders.Columns);
}

internal sealed class ListOrdersHandler(DbSession db, ICurrentUser user) : IRequestHandler<ListOrders, ListPage<OrderRow>>
{
    public Task<ListPage<OrderRow>> Handle(ListOrders request, CancellationToken cancellationToken) => OrderList.Sql.PageAsync(db, user.Reach, request.Request, cancellationToken);
}
