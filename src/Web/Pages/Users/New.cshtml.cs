using Connect.Application.Common.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Users;

/// <summary>Skapa användare.</summary>
public sealed class NewModel : UserFormPage
{
    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var person = await FindPersonAsync();
        var account = await FindAccountAsync();
        return await Submit(Input.ToCreate(person, account), id => Confirm(Text.Get(Input.Rights.Count == 0 ? "Users.CreatedWithoutRights" : "Users.Created", Input.Email?.Trim()), $"/users/{id}"), nameof(Input));
    }
}
