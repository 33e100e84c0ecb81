using Connect.Application.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Accounts;

/// <summary>Redigera alias.</summary>
public sealed class AliasModel : AccountPage
{
    [BindProperty]
    public string? Alias { get; set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Alias = Facts.Alias;
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(new EditAccountAlias(Number, Alias, Version), "Accounts.Alias.Done");
}
