using Connect.Application.Invoices;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Connect.Web.Pages.Invoices;

/// <summary>INV 2: the document of an invoice, as an attachment.</summary>
[EnableRateLimiting(DocumentLimit.Policy)]
internal sealed class PdfModel : PortalPage
{
    public async Task<IActionResult> OnGetAsync(string number)
    {
        var document = await SendAsync(new GetInvoiceDocument(number));
        return File(document.Content, InvoiceDocument.ContentType, document.Name);
    }
}
