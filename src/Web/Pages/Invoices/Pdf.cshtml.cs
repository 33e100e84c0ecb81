using Connect.Application.Invoices;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Invoices;

/// <summary>INV 2: the document of an invoice, as an attachment.</summary>
internal sealed class PdfModel : PortalPage
{
    public async Task<IActionResult> OnGetAsync(string number)
    {
        var document = await SendAsync(new GetInvoiceDocument(number));
        return File(document.Content, InvoiceDocument.ContentType, document.Name);
    }
}
