using Connect.Application.Reports;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Connect.Web.Pages.Reports;

/// <summary>Says what of a list goes to Excel, and orders it.</summary>
internal sealed class ListModel : PortalPage
{
    [FromRoute] public string List { get; set; } = "";

    public ListExportView Export { get; private set; } = null!;

    /// <summary>The list as it is filtered: on a page of its own, or on its account's.</summary>
    public string Back
    {
        get
        {
            var parts = QueryHelpers.ParseQuery(Export.Query);
            if (!parts.Remove("account", out var account)) return $"/{List}{Export.Query}";
            return QueryHelpers.AddQueryString($"/accounts/{Uri.EscapeDataString(account.ToString())}", [new("tab", List), .. parts]);
        }
    }

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync(Guid requestId) =>
        Submit(new ExportList(List, Request.QueryString.Value, requestId), _ => RedirectLocally("/reports/exports"));

    protected override async Task LoadAsync() => Export = await SendAsync(new GetListExport(List, Request.QueryString.Value));
}
