using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Subscriptions.Bulk;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services.Bulk;

/// <summary>The file to fill services in.</summary>
internal sealed class TemplateModel : PortalPage
{
    public async Task<IActionResult> OnGetAsync(BulkKind? kind, [FromQuery(Name = "service")] List<string> services, string? matching)
    {
        if (kind is not { } known || !Enum.IsDefined(known)) throw new NotFoundException();
        // All of a list without any filter match nothing written, which binds as if it were not there.
        matching ??= Request.Query.ContainsKey(nameof(matching)) ? "" : null;
        var file = await SendAsync(new GetBulkTemplate(known) { Services = [.. services.Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty)], Matching = matching });
        return File(file.Content, ExportFile.ContentType, file.Name);
    }
}
