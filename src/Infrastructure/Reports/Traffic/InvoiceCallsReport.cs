using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports.Traffic;

/// <summary>REP 11 Samtalsspecifikation faktura: each call and message on the invoice that is searched for, service by service.</summary>
internal sealed class InvoiceCallsReport(DbSession db, IReportSubjects subjects, ICurrentUser user) : IReport
{
    private const string DataBox = "InvoiceData";

    // The reach is of each row's own account.
    private const string Rows = """
        FROM UsageRecord u
        INNER JOIN Account a ON a.Seq = u.AccountSeq
        INNER JOIN Subscription s ON s.Seq = u.SubscriptionSeq
        WHERE u.InvoiceNumber = @invoice AND u.TrafficType <= @lastType AND s.IsHidden = 0 AND a.OrganisationId = @organisationId
            AND (@isRoot = 1 OR EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id))
        """;

    private const string Select = $"""
        SELECT u.At, u.AccountSeq, a.DisplayName, u.Direction, u.TrafficType, u.Zone, u.Country, u.OtherNumber, u.Amount, u.Charge, u.InvoiceNumber, u.SubscriptionSeq,
            {ServiceSql.Named}
        {Rows} ORDER BY u.SubscriptionSeq, u.At, u.Seq
        """;

    private static readonly Stmt SelectAll = Select;
    private static readonly Stmt SelectFirst = Stmt.Top(Select);
    private static readonly Stmt SelectSums = TrafficSql.SumsOf(Rows);

    public Report Definition { get; } = new()
    {
        Kind = "invoice-calls",
        Texts = new("Reports.InvoiceCalls", "Reports.InvoiceCallsHint", "Reports.InvoiceCallsReachHint") { CalledNumbersHint = "Reports.InvoiceCallsGdprHint" },
        Rights = [Right.ViewInvoices, Right.ViewSubscriptions],
        Invoice = FieldNeed.Must,
        Boxes = [DataBox],
        HasCalledNumbers = true,
    };

    public async Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation)
    {
        // Gone from the reach since it was ordered: nothing is told of it.
        var invoice = await subjects.FindInvoiceAsync(user.Reach, parameters.Invoice!, cancellation);
        var totals = (await db.FirstOrDefaultAsync<TrafficSums>(SelectSums, Parameters(invoice, parameters, 0), cancellation) ?? new()).Totals;
        return
        [
            new(Text.Get("Reports.InvoiceCalls"), TrafficColumns.Of(parameters.CalledNumbers, withNumber: true, withData: parameters.HasBox(DataBox)), (rows, first, stop) => WriteAsync(rows, invoice, parameters, first, stop))
            {
                Estimate = totals.Rows,
                TotalAsync = _ => Task.FromResult(totals),
            },
        ];
    }

    private async Task WriteAsync(IRowWriter rows, string? invoice, ReportParameters report, int? first, CancellationToken cancellation)
    {
        await using var reader = await db.ReadAsync(first is null ? SelectAll : SelectFirst, Parameters(invoice, report, first ?? 0), cancellation);
        var (row, cells) = (new TrafficReader(reader, report.CalledNumbers), new TrafficColumns(rows, report.CalledNumbers, report.HasBox(DataBox)));
        while (await reader.ReadAsync(cancellation)) cells.Write(row, row.Service);
    }

    private object Parameters(string? invoice, ReportParameters report, int take) => new
    {
        invoice,
        lastType = report.HasBox(DataBox) ? TrafficType.Data : TrafficType.Mms,
        organisationId = user.Reach.OrganisationId,
        reachId = user.Reach.AccountId,
        isRoot = user.Reach.IsRoot,
        take,
    };
}
