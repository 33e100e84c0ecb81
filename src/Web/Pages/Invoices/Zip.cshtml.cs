using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Invoices;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Invoices;

/// <summary>INV 2: the documents of several invoices as one zip: of those that were chosen in the list, or of all that it shows as filtered.</summary>
internal sealed class ZipModel(DocumentLimit limit) : PortalPage
{
    private ListRequest? _asked;

    public string Back => InvoiceLists.Path + Asked.ToQueryString();

    private ListRequest Asked => _asked ??= ListRequest.Parse(Request.ListQuery(), ListInvoices.Columns);

    /// <param name="number">Those that were chosen.</param>
    /// <param name="chosen">They come from the boxes of a list, of which none may have been ticked.</param>
    public async Task<IActionResult> OnGetAsync(string[] number, string? chosen = null)
    {
        if (limit.Enter(HttpContext) is not { } place)
        {
            ModelState.AddModelError("", Text.Get("Errors.ArchivesBusy"));
            return await AgainAsync(StatusCodes.Status429TooManyRequests);
        }

        if (chosen is not null && number.Length == 0) ModelState.AddModelError("", Text.Get("Invoices.ChooseNone"));
        return await Submit(new GetInvoiceArchive([.. number.OfType<string>()], Asked), archive => new StreamedFile(InvoiceArchive.ContentType, archive.Name, async (target, cancellation) =>
        {
            using (place) await archive.WriteAsync(target, cancellation);
        }));
    }
}
