using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Application.Users;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Users;

/// <summary>Asks before something is done with a user, and does it.</summary>
public sealed class ActModel : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Act { get; set; } = "";

    public UserDetail Shown { get; private set; } = null!;

    public UserAction Asked { get; private set; } = null!;

    public string Back => $"/users/{Id}";

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        // Done already, or not this user's to do: the user's page says how things are.
        return UserAction.For(Shown).Contains(Asked) ? Page() : RedirectLocally(Back);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        // A second click finds it done.
        if (Shown.MayBeManaged && !Asked.Fits(Shown)) return RedirectLocally(Back);
        return await Submit(Asked.Message(Id), _ => Confirm(Text.Get($"{Asked.TextKey}.Done", Shown.Facts.Called()), Back));
    }

    protected override async Task LoadAsync()
    {
        Shown = await SendAsync(new GetUser(Id));
        Asked = UserAction.All.FirstOrDefault(action => action.Key == Act) ?? throw new NotFoundException();
        ViewData["Crumbs"] = new Crumb[] { new("/users", Text.Get("Users.Title")), new(Back, Shown.Facts.Called()) };
    }
}
