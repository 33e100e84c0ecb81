using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Invoices;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Invoices;

/// <summary>INV 1: the invoices of the accounts within reach.</summary>
public sealed class IndexModel(ICurrentUser user) : PortalPage
{
    public ListView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var request = ListRequest.Parse(Request.ListQuery(), ListInvoices.Columns);
        var here = InvoiceLists.Path + request.ToQueryString();
        if (request.CameFromForm && !IsFragment) return Redirect(here);
        List = InvoiceLists.Of(request, await SendAsync(new ListInvoices(request)), user, InvoiceLists.Path, "Invoices.Empty");
        if (!IsFragment) return Page();
        Response.Headers["HX-Push-Url"] = here;
        return Partial("/Components/List/_List.cshtml", List);
    }
}
