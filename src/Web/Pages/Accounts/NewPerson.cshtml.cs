using Connect.Application.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Accounts;

/// <summary>Lägg till kontaktperson.</summary>
public sealed class NewPersonModel : AccountPage
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(new AddContactPerson(Number, Input.Name ?? "", Input.RequestId) { Email = Input.Email, Phone = Input.Phone, Roles = Input.AllRoles }, "Accounts.Person.Added", nameof(Input), Input.Name?.Trim());
}
