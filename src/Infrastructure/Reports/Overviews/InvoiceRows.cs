using Connect.Application.Common.Texts;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Reports.Overviews;

/// <summary>Lines of invoices in SQL. An invoice belongs to the account of its day, wherever its services are now.</summary>
internal static class InvoiceRows
{
    /// <summary>To stand after FROM: the lines <c>l</c>, their invoice <c>i</c>, its account <c>a</c>, the service <c>s</c> of each as it is now.</summary>
    public const string Found = """
        Invoice i
        JOIN Account a ON a.Id = i.AccountId
        JOIN InvoiceLine l ON l.InvoiceId = i.Id
        LEFT JOIN Subscription s ON s.Id = l.SubscriptionId
        """;

    /// <summary>
    /// What a line is for, and its service as it was that day; the cost centre is of now, and for those who see the service. One that is kept out of
    /// the portal is not told of: what it cost is part of the invoice all the same.
    /// </summary>
    public const string Told = """
        CASE WHEN s.IsHidden = 1 THEN NULL ELSE l.Description END AS Description, CASE WHEN s.IsHidden = 1 THEN NULL ELSE l.PhoneNumber END AS Number,
        CASE WHEN s.IsHidden = 1 THEN NULL ELSE l.UserName END AS UserName,
        CASE WHEN @seesServices = 1 AND s.IsHidden = 0 AND EXISTS (SELECT 1 FROM AccountTree r WHERE r.AncestorId = @reachId AND r.DescendantId = s.AccountId) THEN s.CostCentre END AS CostCentre
        """;

    /// <summary>The columns that every report of lines has in one order.</summary>
    public static RowSheet<TRow> Line<TRow>(this RowSheet<TRow> sheet) where TRow : InvoiceLineRow => sheet
        .LongText("Account", row => row.Account)
        .Phone("Number", row => row.Number)
        .LongText("UserName", row => row.UserName)
        .Text("CostCentre", row => row.CostCentre)
        .LongText("Description", row => row.Description ?? Text.Get("Reports.LineNotTold"))
        .Day("PeriodFrom", row => row.PeriodFrom)
        .Day("PeriodTo", row => row.PeriodTo);
}

/// <summary>A line with its invoice.</summary>
internal abstract record InvoiceLineRow
{
    public DateOnly InvoicedOn { get; init; }
    public string Invoice { get; init; } = "";
    public string Account { get; init; } = "";
    public string? Number { get; init; }
    public string? UserName { get; init; }
    public string? CostCentre { get; init; }

    /// <summary>Null for a service that is kept out of the portal.</summary>
    public string? Description { get; init; }

    public DateOnly? PeriodFrom { get; init; }
    public DateOnly? PeriodTo { get; init; }
    public Money Amount { get; init; }
}
