using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Reports;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Reports;

/// <summary>A report: form, preview, order of the Excel file. The form is part of the address.</summary>
internal sealed class ReportModel : ReportPage
{
    [FromRoute] public string Kind { get; set; } = "";

    public ReportPreview? Preview { get; private set; }

    public override string? ChosenNumber => Preview?.Report.Number;

    public override string OtherServiceAddress => $"/reports/{Kind}";

    /// <summary>Why there is nothing to show, or what to ask for instead.</summary>
    public string NoneHint => (Preview!.Report, Form) switch
    {
        ({ Invoice: { } invoice, Boxes: var ticked }, { Report.Boxes: var boxes }) => Text.Get(ticked.Count < boxes.Count ? "Reports.PreviewNoneInvoiceBoxes" : "Reports.PreviewNoneInvoice", invoice),
        (_, { Report.Period.OfInvoiced: true, InvoicedUntil: null }) => Text.Get("Reports.InvoicedNone"),
        ({ From: var from }, { Report.Period.OfInvoiced: true, InvoicedUntil: { } until }) when until < from => Text.Get("Reports.PreviewNoneInvoiced", Format.Day(until)),
        _ => Text.Get("Reports.PreviewNoneHint"),
    };

    // The button of the form, or an address that somebody wrote.
    private bool IsAsked => SubscriptionId is not null || new[] { "show", nameof(Preset), nameof(Number), nameof(Account), nameof(Invoice) }.Any(IsSent);

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        ReadPeriod();
        if (!IsAsked) return Page();
        var account = await AccountIn(Account, nameof(Account));
        return await Submit(CalledNumbers == CalledNumbers.Shown ? Filled(new ShowCalledNumbers { Kind = Kind }, account) : (IRequest<ReportPreview>)Filled(new PreviewReport { Kind = Kind }, account), Show);
    }

    public async Task<IActionResult> OnPostAsync(Guid requestId) =>
        await Submit(Filled(new GenerateReport { Kind = Kind, RequestId = requestId }, await AccountIn(Account, nameof(Account))), _ => RedirectLocally("/reports/exports"));

    protected override async Task LoadAsync() => Form ??= await SendAsync(new GetReport(Kind));

    private IActionResult Show(ReportPreview preview)
    {
        Preview = preview;
        return Page();
    }
}
