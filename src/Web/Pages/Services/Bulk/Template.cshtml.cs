using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Subscriptions.Bulk;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services.Bulk;

/// <summary>The file to fill services in.</summary>
internal sealed class TemplateModel : PortalPage
{
    public async Task<IActionResult> OnGetAsync(BulkKind? kind)
    {
        if (kind is not { } known || !Enum.IsDefined(known)) throw new NotFoundException();
        var file = await SendAsync(new GetBulkTemplate(known));
        return File(file.Content, ExportFile.ContentType, file.Name);
    }
}
