using Connect.Application.Reports;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Reports;

/// <summary>The file of a finished export, as an attachment.</summary>
internal sealed class FileModel : PortalPage
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var file = await SendAsync(new GetExportFile(id));
        return File(file.Content, ExportFile.ContentType, file.Name);
    }
}
