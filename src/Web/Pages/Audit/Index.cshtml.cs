using Connect.Application.Audit;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Audit;

/// <summary>Who did what, within reach.</summary>
public sealed class IndexModel : PortalPage
{
    private const string Here = "/audit";

    public ListView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var request = ListRequest.Parse(Request.ListQuery(), ListAuditLog.Columns);
        if (request.CameFromForm && !IsFragment) return Redirect(Here + request.ToQueryString());
        var page = await SendAsync(new ListAuditLog(request));
        List = ListView.Of(ListAuditLog.Columns, request, page, Here, Text.Get("Audit.Title"), row => $"{Here}/{row.Id}", ("history", Text.Get("Audit.Empty")), exportPath: "/reports/lists/audit");
        if (!IsFragment) return Page();
        Response.Headers["HX-Push-Url"] = Here + request.ToQueryString();
        return Partial("/Components/List/_List.cshtml", List);
    }
}
