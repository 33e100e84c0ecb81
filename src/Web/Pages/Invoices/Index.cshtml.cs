using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Invoices;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Invoices;

/// <summary>INV 1: the invoices of the accounts within reach.</summary>
public sealed class IndexModel(ICurrentUser user) : PortalListPage(ListInvoices.Columns, InvoiceLists.Path)
{
    public Task<IActionResult> OnGetAsync() => ShowListAsync();

    protected override async Task<ListView> ReadAsync(ListRequest asked) =>
        InvoiceLists.Of(asked, await SendAsync(new ListInvoices(asked)), user, Here, "Invoices.Empty");
}
