using Connect.Application.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Accounts;

/// <summary>Edits a contact person.</summary>
public sealed class EditPersonModel : PersonPage
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = PersonInput.Of(Person);
    }

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(new EditContactPerson(Number, Id, Input.Name ?? "", Version) { Email = Input.Email, Phone = Input.Phone, Roles = Input.AllRoles }, "Accounts.Person.Edited", nameof(Input), Input.Name?.Trim());
}
