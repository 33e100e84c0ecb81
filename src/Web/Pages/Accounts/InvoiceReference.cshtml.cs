using Connect.Application.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Accounts;

/// <summary>Redigera fakturareferens.</summary>
public sealed class InvoiceReferenceModel : AccountPage
{
    [BindProperty]
    public string? InvoiceReference { get; set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        InvoiceReference = Facts.InvoiceReference;
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(new EditInvoiceReference(Number, InvoiceReference, Version), "Accounts.InvoiceReference.Done");
}
