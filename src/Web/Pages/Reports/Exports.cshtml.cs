using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Domain.Users;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Reports;

/// <summary>Mina rapporter: the user's exports with their progress, and the kept reports that bring some. Reloading shows the same as the moving part.</summary>
internal sealed class ExportsModel(ReportOptions options, ICurrentUser user) : PortalPage
{
    public IReadOnlyList<ExportView> Exports { get; private set; } = [];
    public IReadOnlyList<KeptReportView> Kept { get; private set; } = [];
    public int KeepDays => options.KeepDays;

    /// <summary>Some export is waiting or being written.</summary>
    public bool IsMoving => Exports.Any(export => export.IsOpen);

    public static string Tone(ExportState state) => state switch { ExportState.Done => "is-ok", ExportState.Failed => "is-bad", ExportState.Running => "is-info", _ => "is-mute" };

    /// <summary>How many rows on how many sheets.</summary>
    public static string Rows(ExportView export) => export.Sheets > 1
        ? Text.Get("Reports.RowsOfSheets", Format.Number(export.RowsDone), export.Sheets)
        : Text.Get("Reports.Rows", Format.Number(export.RowsDone));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!IsFragment)
        {
            await LoadAsync();
            return Page();
        }

        Exports = await SendAsync(new ListExports());
        // What is kept stays as it is while others move, with whatever is held or typed in it, and tells of its last result when all have ended.
        if (!IsMoving) await LoadKeptAsync();
        return Partial("_Moved", this);
    }

    public Task<IActionResult> OnPostCancelAsync(Guid id) => Submit(new CancelExport(id), _ => Confirm(Text.Get("Reports.Cancelled"), "/reports/exports"));

    public Task<IActionResult> OnPostAgainAsync(Guid id, Guid requestId) => Submit(new RunExportAgain(id, requestId), _ => RedirectLocally("/reports/exports"));

    protected override async Task LoadAsync()
    {
        Exports = await SendAsync(new ListExports());
        await LoadKeptAsync();
    }

    // Lists are exported to here by users without reports too.
    private async Task LoadKeptAsync()
    {
        if (user.Has(Right.RunReports)) Kept = await SendAsync(new ListKeptReports());
    }
}
