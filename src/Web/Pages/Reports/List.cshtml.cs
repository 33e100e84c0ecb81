using Connect.Application.Reports;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Reports;

/// <summary>Says what of a list goes to Excel, and orders it.</summary>
internal sealed class ListModel : PortalPage
{
    [FromRoute] public string List { get; set; } = "";

    public ListExportView Export { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync(Guid requestId) =>
        Submit(new ExportList(List, Request.QueryString.Value, requestId), _ => RedirectLocally("/reports/exports"));

    protected override async Task LoadAsync() => Export = await SendAsync(new GetListExport(List, Request.QueryString.Value));
}
