using Connect.Application.Common.Ports;
using Connect.Application.Common.Texts;
using Connect.Domain.Reports;
using Connect.Domain.Users;

namespace Connect.Application.Reports;

/// <summary>A report as an export to Excel.</summary>
internal sealed class ReportExport(IReport report) : Export<ReportParameters>
{
    public override string Kind => report.Definition.Kind;

    protected override IReadOnlyList<Right> RightsFor(ReportParameters parameters) => RightsFor(report.Definition, parameters);

    protected override IReadOnlyList<ExportParameter> Describe(ReportParameters parameters) => Describe(report.Definition, parameters);

    protected override async Task<ExportSheet> OpenAsync(ReportParameters parameters, CancellationToken cancellation)
    {
        var head = new SheetHead(report.Definition.Title, Describe(parameters));
        var sheets = (await report.OpenAsync(parameters, cancellation)).Select(sheet => Sheet(sheet, head)).ToList();
        return sheets[0] with { More = sheets[1..] };
    }

    /// <summary>What the audit log says of one of its exports.</summary>
    public void Tell(IAudit audit, ExportRow row) => ReportAudit.Tell(audit, report.Definition, Read(row.Parameters), row.FileName);

    /// <summary>What it takes to run a report that is asked for so.</summary>
    public static IReadOnlyList<Right> RightsFor(Report form, ReportParameters asked) => asked.CalledNumbers == CalledNumbers.Shown
        ? [Right.RunReports, .. form.Rights, Right.ViewCalledNumbers]
        : [Right.RunReports, .. form.Rights];

    /// <summary>What was asked for, in the order of the form.</summary>
    public static IReadOnlyList<ExportParameter> Describe(Report form, ReportParameters asked)
    {
        var told = new List<ExportParameter>();
        if (asked.Number is { } number) told.Add(new(Text.Get("Reports.Number"), number));
        if (asked.Invoice is { } invoice) told.Add(new(Text.Get("Reports.Invoice"), invoice));
        if (form.Account != FieldNeed.No) told.Add(new(Text.Get("Reports.Account"), Account(asked)));
        if (asked.HasPeriod) told.Add(new(Text.Get("Reports.Period"), Period(asked)));
        if (asked.Boxes.Count > 0) told.Add(new(Text.Get("Reports.Boxes"), string.Join(", ", asked.Boxes.Select(box => Text.Get($"Reports.Box.{box}")))));
        if (form.HasCalledNumbers) told.Add(new(Text.Get("Reports.CalledNumbers"), Text.Get($"Reports.CalledNumbers.{asked.CalledNumbers}")));
        return told;
    }

    /// <summary>Without ending.</summary>
    /// <param name="name">The report's, or the user's own for it.</param>
    public static string FileName(string name, ReportParameters asked, DateOnly today) => (asked.Invoice, asked.HasPeriod) switch
    {
        ({ } invoice, _) => $"{name} {invoice}",
        (_, true) => $"{name} {asked.From:yyyy-MM-dd} – {asked.To:yyyy-MM-dd}",
        _ => $"{name} {today:yyyy-MM-dd}",
    };

    private static string Account(ReportParameters asked) =>
        asked.Account is not { } account ? Text.Get("Reports.AccountAll")
        : $"{account.Number} {account.Name}, {Text.Get(asked.Below ? "Reports.AccountBelow" : "Reports.AccountOnly")}";

    private static string Period(ReportParameters asked)
    {
        var days = $"{asked.From:yyyy-MM-dd} – {asked.To:yyyy-MM-dd}";
        return asked.Preset == PeriodPreset.Own ? days : $"{days} ({Text.Get($"Reports.Preset.{asked.Preset}")})";
    }

    private static ExportSheet Sheet(ReportSheet sheet, SheetHead head) =>
        new(sheet.Title, sheet.Columns, sheet.Estimate, (rows, cancellation) => sheet.WriteAsync(rows, null, cancellation)) { Head = head };
}
