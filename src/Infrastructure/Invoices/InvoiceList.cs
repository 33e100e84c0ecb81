using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Invoices;
using Connect.Domain.Common;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Lists;
using MediatR;

namespace Connect.Infrastructure.Invoices;

/// <summary>The invoices list in SQL.</summary>
internal static class InvoiceList
{
    /// <summary>As <see cref="Domain.Invoices.InvoiceBalance.StateOn"/> says it.</summary>
    public const string State = "CASE WHEN i.Settlement <> 1 THEN i.Settlement WHEN i.DueOn < @today THEN 1 WHEN i.Outstanding < i.Total THEN 3 ELSE 2 END";

    public static readonly ListSource Source = new()
    {
        Table = "Invoice",
        Alias = "i",
        Select = $"i.Number, a.DisplayName AS Account, a.Number AS AccountNumber, i.InvoicedOn, i.DueOn, i.Total, i.Outstanding, {State} AS State, i.PaymentReference",
        Joins = "JOIN Account a ON a.Id = i.AccountId",
        Visible = "1 = 1",
        Name = "i.SearchNumber",
        AccountIndex = "IX_Invoice_Account",
        SelectsByDay = true,
        ScanIndexes =
        [
            ("IX_Invoice_AccountOrder", ["AccountId", "SearchNumber"]),
            ("IX_Invoice_Date", ["AccountId", "SearchNumber", "InvoicedOn"]),
            ("IX_Invoice_DueOn", ["AccountId", "SearchNumber", "DueOn"]),
            ("IX_Invoice_Total", ["AccountId", "SearchNumber", "Total"]),
            ("IX_Invoice_Outstanding", ["AccountId", "SearchNumber", "Outstanding"]),
            ("IX_Invoice_Reference", ["AccountId", "SearchNumber", "PaymentReference"]),
            ("IX_Invoice_State", ["AccountId", "SearchNumber", "DueOn", "Total", "Outstanding", "State"]),
        ],
        Columns = new Dictionary<string, ListSqlColumn>
        {
            // What is open goes by its due day, so that what is overdue comes first, whatever day it is: no index could hold today's state.
            ["status"] = new($"({State})") { Sort = ["i.Settlement", "i.DueOn"], Index = "IX_Invoice_State", Covers = ["State"], Reads = "State", Seek = Settlements },
            ["number"] = new("i.SearchNumber") { Folded = "i.SearchNumber", Index = "IX_Invoice_Number", Covers = ["SearchNumber"], Reads = "SearchNumber" },
            ["account"] = new("f.DisplayName")
            {
                Folded = "f.SearchName",
                Number = "f.Number",
                Within = "i.AccountId IN (SELECT f.Id FROM Account f WHERE f.OrganisationId = @organisationId AND {0})",
                Reads = "AccountId",
                Sort = ["a.DisplayName", "a.Seq"],
                SortJoin = "JOIN Account a ON a.Id = i.AccountId",
                Lead = new("Account a", "IX_Account_DisplayName", "i.AccountId = a.Id", "IX_Invoice_AccountOrder", "a.OrganisationId", "a.Id"),
            },
            ["date"] = new("i.InvoicedOn") { Index = "IX_Invoice_Date", Covers = ["InvoicedOn", "SearchNumber"], Reads = "InvoicedOn" },
            ["due"] = new("i.DueOn") { Index = "IX_Invoice_DueOn", Covers = ["DueOn", "SearchNumber"], Reads = "DueOn" },
            ["amount"] = new("i.Total") { Index = "IX_Invoice_Total", Covers = ["Total", "SearchNumber"], Reads = "Total" },
            ["left"] = new("i.Outstanding") { Index = "IX_Invoice_Outstanding", Covers = ["Outstanding", "SearchNumber"], Reads = "Outstanding" },
            ["reference"] = new("i.PaymentReference") { Folded = "i.PaymentReference", Index = "IX_Invoice_Reference", Covers = ["PaymentReference", "SearchNumber"], Reads = "PaymentReference" },
        },
    };

    public static readonly ListSql<InvoiceRow> Sql = new(Source, ListInvoices.Columns);

    // An index can be entered by what is stored.
    private static string Settlements(IReadOnlyList<string> states) =>
        $"i.Settlement IN ({string.Join(", ", states.Select(state => state switch { "paid" => 4, "credited" => 5, "credit-note" => 6, _ => 1 }).Distinct())})";
}

internal sealed class ListInvoicesHandler(DbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListInvoices, ListPage<InvoiceRow>>
{
    public Task<ListPage<InvoiceRow>> Handle(ListInvoices request, CancellationToken cancellationToken) =>
        InvoiceList.Sql.PageAsync(db, user.Reach, request.Request, cancellationToken, clock.Today());
}

internal sealed class SumOpenInvoicesHandler(DbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<SumOpenInvoices, OpenInvoices>
{
    private static readonly ReachSum Sums = new("""
        SELECT COUNT(*) AS Count, COALESCE(SUM(i.Outstanding), 0) AS Amount, COALESCE(SUM(CASE WHEN i.DueOn < @today THEN 1 ELSE 0 END), 0) AS Overdue,
            MIN(CASE WHEN i.DueOn < @today THEN NULL ELSE i.DueOn END) AS NextDueOn
        """, ("Invoice", "i"), "i.Settlement = 1");

    public Task<OpenInvoices> Handle(SumOpenInvoices request, CancellationToken cancellationToken) => Sums.ReadAsync<OpenInvoices>(db, user.Reach, clock.Today(), cancellationToken);
}
