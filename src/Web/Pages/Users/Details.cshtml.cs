using Connect.Application.Common.Texts;
using Connect.Application.Users;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;

namespace Connect.Web.Pages.Users;

/// <summary>One user: who it is, what the user may do and how the user logs in.</summary>
public sealed class DetailsModel : PortalPage
{
    public UserDetail Shown { get; private set; } = null!;

    public async Task OnGetAsync(Guid id)
    {
        Shown = await SendAsync(new GetUser(id));
        ViewData["Crumbs"] = new Crumb[] { new("/users", Text.Get("Users.Title")) };
    }
}
