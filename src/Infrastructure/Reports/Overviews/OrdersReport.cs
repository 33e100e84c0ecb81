using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Reports;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports.Overviews;

/// <summary>REP 9 Översikt beställningar: the orders that were made in a period, the newest first.</summary>
internal sealed class OrdersReport(DbSession db, ICurrentUser user) : IReport
{
    private static readonly Stmt Select = $"""
        SELECT o.Number, o.Type, o.State, o.ServiceName, a.DisplayName AS Account, o.OrderedAt, o.OrderedBy, o.ExpectedOn, o.EndedAt,
            (SELECT MAX(p.Name) FROM OrderLine l JOIN Product p ON p.Id = l.ProductId WHERE l.OrderId = o.Id AND p.IsHidden = 0) AS Ordered,
            COALESCE(s.PhoneNumber, s.FixedNumber) AS ServiceNumber, sp.Name AS ServiceProduct,
            COALESCE((SELECT SUM(l.OneTimePrice) FROM OrderLine l WHERE l.OrderId = o.Id), 0) AS OneTimePrice,
            COALESCE((SELECT SUM(l.MonthlyPrice) FROM OrderLine l WHERE l.OrderId = o.Id), 0) AS MonthlyPrice
        FROM CustomerOrder o
        JOIN Account a ON a.Id = o.AccountId
        LEFT JOIN Subscription s ON s.Id = o.SubscriptionId AND s.IsHidden = 0 AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        LEFT JOIN Product sp ON sp.Id = s.ProductId
        WHERE o.IsHidden = 0 AND o.OrganisationId = @organisationId AND o.OrderedAt >= @start AND o.OrderedAt < @end AND {AccountsAsked.Within}
        ORDER BY o.OrderedAt DESC, o.Seq DESC
        """;

    public Report Definition { get; } = new()
    {
        Kind = "orders",
        Texts = new("Reports.Orders", "Reports.OrdersHint", "Reports.OrdersListHint"),
        Rights = [Right.PlaceOrders],
        Period = new(PeriodPreset.SinceLastMonth, OfUsage: false),
        Account = FieldNeed.May,
    };

    public Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ReportSheet>>(
    [
        Columns().Of(Text.Get("Reports.Orders.Sheet"), stop => db.StreamAsync<Row>(Select, OverviewScope.Parameters(user, parameters), stop)),
    ]);

    private static RowSheet<Row> Columns() => new RowSheet<Row>()
        .Text("Order", row => row.Number)
        .Text("OrderType", row => Text.Get($"Orders.Type.{row.Type}"))
        .Text("Status", row => Text.Get($"Orders.State.{row.State}"))
        .LongText("UserName", row => row.ServiceName)
        .Text("Service", row => row.Service)
        .LongText("Account", row => row.Account)
        .Time("OrderedAt", row => row.OrderedAt)
        .LongText("OrderedBy", row => row.OrderedBy)
        .Day("ExpectedOn", row => row.ExpectedOn)
        .Time("EndedAt", row => row.EndedAt)
        .SumOf("OneTimePrice", row => row.OneTimePrice)
        .Amount("MonthlyPrice", row => row.MonthlyPrice);

    private sealed record Row
    {
        public string Number { get; init; } = "";
        public OrderType Type { get; init; }
        public OrderState State { get; init; }
        public string? ServiceName { get; init; }
        public string? Ordered { get; init; }
        public string? ServiceNumber { get; init; }
        public string? ServiceProduct { get; init; }

        /// <summary>What was ordered for a new service; an existing one by its number, or by what it is where it has none; one that never came to be as it was called.</summary>
        public string? Service => Type == OrderType.NewSubscription && Ordered is not null ? Ordered
            : PhoneNumber.TryParse(ServiceNumber, out var number) ? number.Display : ServiceProduct ?? Ordered ?? ServiceName;

        public string Account { get; init; } = "";
        public DateTimeOffset OrderedAt { get; init; }
        public string OrderedBy { get; init; } = "";
        public DateOnly? ExpectedOn { get; init; }
        public DateTimeOffset? EndedAt { get; init; }
        public Money OneTimePrice { get; init; }
        public Money MonthlyPrice { get; init; }
    }
}
