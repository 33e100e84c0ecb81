using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Reports;

/// <summary>Asks before an export is removed with its file.</summary>
internal sealed class RemoveExportModel : PortalPage
{
    [FromRoute] public Guid Id { get; set; }

    public ExportView Export { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(new RemoveExport(Id), _ => Confirm(Text.Get("Reports.Removed", Export.FileName), "/reports/exports"));
    }

    protected override async Task LoadAsync() => Export ??= await SendAsync(new GetExport(Id));
}
