using Connect.Application.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Accounts;

/// <summary>Removes a contact person, or says why it can't be.</summary>
public sealed class RemovePersonModel : PersonPage
{
    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await SaveAsync(new RemoveContactPerson(Number, Id), "Accounts.Person.Removed", about: Person.Name);
    }
}
