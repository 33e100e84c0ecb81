using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports.Overviews;

/// <summary>REP 2 Krediterade tjänster: the lines of credit notes of a period, the latest first. What was given back is above zero.</summary>
internal sealed class CreditedReport(DbSession db, ICurrentUser user) : IReport
{
    // The credited invoice may be of an account outside the reach.
    private static readonly Stmt Select = $"""
        SELECT i.InvoicedOn, i.Number AS Invoice, c.Number AS Credits, a.DisplayName AS Account, {InvoiceRows.Told}, l.PeriodFrom, l.PeriodTo, -l.Amount AS Amount
        FROM {InvoiceRows.Found}
        LEFT JOIN Invoice c ON c.Id = i.CreditsInvoiceId AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = c.AccountId)
        WHERE i.IsCreditNote = 1 AND i.OrganisationId = @organisationId AND i.InvoicedOn >= @from AND i.InvoicedOn <= @to AND {AccountsAsked.Within}
        ORDER BY i.InvoicedOn DESC, i.Seq DESC, l.Seq
        """;

    public Report Definition { get; } = new()
    {
        Kind = "credited",
        Texts = new("Reports.Credited", "Reports.CreditedHint", "Reports.CreditedPeriodHint"),
        Rights = [Right.ViewInvoices],
        Period = new(PeriodPreset.ThisYear, OfUsage: false),
        Account = FieldNeed.May,
    };

    public Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ReportSheet>>(
    [
        Columns().Of(Text.Get("Reports.Credited.Sheet"), stop => db.StreamAsync<Row>(Select, OverviewScope.Parameters(user, parameters), stop)),
    ]);

    private static RowSheet<Row> Columns() => new RowSheet<Row>()
        .Day("InvoicedOn", row => row.InvoicedOn)
        .Text("CreditNote", row => row.Invoice)
        .Text("Credits", row => row.Credits)
        .Line()
        .SumOf("Credited", row => row.Amount);

    private sealed record Row : InvoiceLineRow
    {
        public string? Credits { get; init; }
    }
}
