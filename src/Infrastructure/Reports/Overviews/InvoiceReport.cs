using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports.Overviews;

/// <summary>
/// REP 1 Specifikation faktura: the lines of the organisation's invoices, of an account's, or of one invoice; then what each service and each user
/// name cost, the dearest first.
/// </summary>
internal sealed class InvoiceReport(DbSession db, ICurrentUser user) : IReport
{
    private const decimal Thousandths = 1000, Hundredths = 100;

    private const string Lines = $"""
        FROM {InvoiceRows.Found}
        WHERE i.OrganisationId = @organisationId AND (@invoice IS NULL OR i.Number = @invoice) AND (@from IS NULL OR i.InvoicedOn >= @from) AND (@to IS NULL OR i.InvoicedOn <= @to)
            AND {AccountsAsked.Within}
        """;

    private static readonly Stmt SelectLines = $"""
        SELECT i.InvoicedOn, i.Number AS Invoice, a.DisplayName AS Account, {InvoiceRows.Told}, l.PeriodFrom, l.PeriodTo, l.Quantity, l.Unit, l.UnitPrice, l.Amount, l.VatPercent
        {Lines}
        ORDER BY i.InvoicedOn, i.Seq, CASE WHEN l.SubscriptionId IS NULL THEN 0 ELSE 1 END, l.UserName, l.SubscriptionId, l.Seq
        """;

    private const string Costs = $"(SELECT CASE WHEN s.IsHidden = 1 THEN NULL ELSE l.SubscriptionId END AS SubscriptionId, {InvoiceRows.Told}, l.Amount {Lines}) g";

    private static readonly Stmt SumServices = $"""
        SELECT MAX(g.Number) AS Number, g.UserName, g.CostCentre, COUNT(*) AS LineCount, SUM(g.Amount) AS Amount FROM {Costs}
        GROUP BY g.SubscriptionId, g.UserName, g.CostCentre
        ORDER BY SUM(g.Amount) DESC, g.UserName, g.SubscriptionId
        """;

    private static readonly Stmt SumUsers = $"""
        SELECT g.UserName, COUNT(DISTINCT g.SubscriptionId) AS Services, COUNT(*) AS LineCount, SUM(g.Amount) AS Amount FROM {Costs}
        GROUP BY g.UserName
        ORDER BY SUM(g.Amount) DESC, g.UserName
        """;

    public Report Definition { get; } = new()
    {
        Kind = "invoice",
        Texts = new("Reports.InvoiceSpecification", "Reports.InvoiceSpecificationHint", "Reports.InvoiceSpecificationAccountHint", "Reports.InvoiceSpecificationUseHint"),
        Rights = [Right.ViewInvoices],
        Period = new(PeriodPreset.SinceLastMonth, OfUsage: false),
        Account = FieldNeed.May,
        Invoice = FieldNeed.May,
    };

    public Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation)
    {
        var asked = OverviewScope.Parameters(user, parameters);
        return Task.FromResult<IReadOnlyList<ReportSheet>>(
        [
            OfLines().Of(Text.Get("Reports.InvoiceSpecification.Sheet"), stop => db.StreamAsync<LineRow>(SelectLines, asked, stop)),
            OfServices().Of(Text.Get("Reports.InvoiceSpecification.ServiceSheet"), stop => db.StreamAsync<CostRow>(SumServices, asked, stop)),
            OfUsers().Of(Text.Get("Reports.InvoiceSpecification.UserSheet"), stop => db.StreamAsync<CostRow>(SumUsers, asked, stop)),
        ]);
    }

    private static RowSheet<LineRow> OfLines() => new RowSheet<LineRow>()
        .Day("InvoicedOn", row => row.InvoicedOn)
        .Text("Invoice", row => row.Invoice)
        .Line()
        .Fraction("Quantity", row => row.Quantity / Thousandths)
        .Text("Unit", row => row.Unit)
        .Amount("UnitPrice", row => row.UnitPrice)
        .SumOf("LineAmount", row => row.Amount)
        .Fraction("VatPercent", row => row.VatPercent / Hundredths);

    private static RowSheet<CostRow> OfServices() => new RowSheet<CostRow>()
        .Phone("Number", row => row.Number)
        .LongText("UserName", row => row.UserName ?? Text.Get("Reports.NoUserName"))
        .Text("CostCentre", row => row.CostCentre)
        .CountOf("Lines", row => row.LineCount)
        .SumOf("LineAmount", row => row.Amount);

    private static RowSheet<CostRow> OfUsers() => new RowSheet<CostRow>()
        .LongText("UserName", row => row.UserName ?? Text.Get("Reports.NoUserName"))
        .CountOf("ServiceCount", row => row.Services)
        .CountOf("Lines", row => row.LineCount)
        .SumOf("LineAmount", row => row.Amount);

    private sealed record LineRow : InvoiceLineRow
    {
        public long? Quantity { get; init; }
        public string? Unit { get; init; }
        public Money? UnitPrice { get; init; }
        public int VatPercent { get; init; }
    }

    private sealed record CostRow
    {
        public string? Number { get; init; }

        /// <summary>As the invoice has it; null for what is no service's.</summary>
        public string? UserName { get; init; }

        public string? CostCentre { get; init; }
        public long Services { get; init; }
        public long LineCount { get; init; }
        public Money Amount { get; init; }
    }
}
