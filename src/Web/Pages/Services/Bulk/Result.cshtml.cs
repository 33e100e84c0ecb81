using Connect.Application.Reports;
using Connect.Application.Subscriptions.Bulk;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services.Bulk;

/// <summary>The rows of a job as an Excel file.</summary>
internal sealed class ResultModel : PortalPage
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var file = await SendAsync(new GetBulkResult(id));
        return File(file.Content, ExportFile.ContentType, file.Name);
    }
}
