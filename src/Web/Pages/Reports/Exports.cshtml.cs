using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Reports;

/// <summary>Mina rapporter: the user's exports with their progress. Reloading shows the same as the moving part.</summary>
internal sealed class ExportsModel(ReportOptions options) : PortalPage
{
    public IReadOnlyList<ExportView> Exports { get; private set; } = [];
    public int KeepDays => options.KeepDays;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return IsFragment ? Partial("_Exports", this) : Page();
    }

    public Task<IActionResult> OnPostCancelAsync(Guid id) => Submit(new CancelExport(id), _ => Confirm(Text.Get("Reports.Cancelled"), "/reports/exports"));

    public Task<IActionResult> OnPostAgainAsync(Guid id, Guid requestId) => Submit(new RunExportAgain(id, requestId), _ => RedirectLocally("/reports/exports"));

    protected override async Task LoadAsync() => Exports = await SendAsync(new ListExports());
}
