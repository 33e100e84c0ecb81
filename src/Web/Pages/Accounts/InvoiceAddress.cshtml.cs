using Connect.Application.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Accounts;

/// <summary>Redigera fakturaadress, for invoices on paper.</summary>
public sealed class InvoiceAddressModel : AccountPage
{
    [BindProperty]
    public string? Street { get; set; }

    [BindProperty]
    public string? PostalCode { get; set; }

    [BindProperty]
    public string? City { get; set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        (Street, PostalCode, City) = (Facts.InvoiceStreet, Facts.InvoicePostalCode, Facts.InvoiceCity);
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(new EditInvoiceAddress(Number, Street, PostalCode, City, Version), "Accounts.InvoiceAddress.Done");
}
