using Connect.Application.Accounts;
using Connect.Application.Common.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Accounts;

/// <summary>Redigera adress.</summary>
public sealed class AddressModel : AccountPage
{
    [BindProperty]
    public string? Street { get; set; }

    [BindProperty]
    public string? PostalCode { get; set; }

    [BindProperty]
    public string? City { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        (Street, PostalCode, City, Email) = (Facts.Street, Facts.PostalCode, Facts.City, Facts.Email);
        Phone = Facts.Phone is null ? null : Format.Phone(Facts.Phone);
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(new EditAccountAddress(Number, Street, PostalCode, City, Email, Phone, Version), "Accounts.Address.Done");
}
