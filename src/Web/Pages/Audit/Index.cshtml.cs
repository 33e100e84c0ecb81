using Connect.Application.Audit;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Audit;

/// <summary>Who did what, within reach.</summary>
public sealed class IndexModel() : PortalListPage(ListAuditLog.Columns, "/audit")
{
    public Task<IActionResult> OnGetAsync() => ShowListAsync();

    protected override async Task<ListView> ReadAsync(ListRequest asked) =>
        ListView.Of(ListAuditLog.Columns, asked, await SendAsync(new ListAuditLog(asked)), Here, Text.Get("Audit.Title"), row => $"{Here}/{row.Id}", ("history", Text.Get("Audit.Empty")), exportPath: "/reports/lists/audit");
}
