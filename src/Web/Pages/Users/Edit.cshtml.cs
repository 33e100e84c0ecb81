using Connect.Application.Common.Texts;
using Connect.Application.Users;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Users;

/// <summary>Redigera användare.</summary>
public sealed class EditModel : UserFormPage
{
    private UserDetail? _shown;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The user's version when the form was filled in.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public override UserDetail? Shown => _shown;

    /// <summary>To be sent along. Who has been told that somebody else was first may save over it.</summary>
    public int ShownVersion => Response.StatusCode == StatusCodes.Status409Conflict ? _shown!.Facts.Version : Version ?? _shown!.Facts.Version;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        // Why not stands on the user's page.
        if (!_shown!.MayBeManaged) return RedirectLocally(Back);
        Input = UserInput.Of(_shown);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (IsOneself) Input.KeepLogin(_shown!.Facts);
        var person = await FindPersonAsync();
        return await Submit(Input.ToEdit(Id, person, Version ?? 0), _ => Confirm(Text.Get("Users.Edited", _shown!.Facts.Name), Back), nameof(Input));
    }

    protected override async Task LoadAsync()
    {
        _shown = await SendAsync(new GetUser(Id));
        await base.LoadAsync();
    }
}
