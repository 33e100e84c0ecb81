using Connect.Application.Common.Texts;
using Connect.Application.Users;
using Connect.Domain.Users;
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

    /// <summary>To be sent along. It stays: rights that somebody else took away meanwhile do not come back by saving again.</summary>
    public int ShownVersion => Version ?? _shown!.Facts.Version;

    public bool IsTooLate => Response.StatusCode == StatusCodes.Status409Conflict;

    // Whoever gives up the right to manage users sees no page of theirs any more.
    private string After => IsOneself && !Input.Rights.Contains(Right.ManageUsers) ? "/" : Back;

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
        var account = await FindAccountAsync();
        return await Submit(Input.ToEdit(Id, person, account, Version ?? 0), _ => Confirm(Text.Get("Users.Edited", _shown!.Facts.Called()), After), nameof(Input));
    }

    protected override async Task LoadAsync()
    {
        _shown = await SendAsync(new GetUser(Id));
        await base.LoadAsync();
    }
}
