using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Web.Shell;

/// <summary>
/// One line of the main menu. A feature plugs in with one line in its own folder; it is found by scan:
/// <c>internal sealed class StartMenu() : MenuEntry(10, "Shell.Menu.Start", "/", "home");</c>
/// </summary>
/// <param name="order">Place in the menu: Översikt 10, Konton 20, Tjänster 30, Beställningar 40, Fakturor 50, Rapporter 60, Ärenden 70, Användare 80.</param>
/// <param name="text">Key of the text.</param>
/// <param name="route">The page.</param>
/// <param name="icon">Name in <c>Assets/icons.json</c>.</param>
/// <param name="rights">Any of them shows the entry; none: everybody who is logged in.</param>
public abstract class MenuEntry(int order, string text, string route, string icon, params Right[] rights)
{
    public int Order => order;
    public string Text => text;
    public string Route => route;
    public string Icon => icon;

    public bool IsFor(ICurrentUser user) => user.Identity is not null && (rights.Length == 0 || rights.Any(user.Has));

    /// <summary>True on the page itself and on everything below it.</summary>
    public bool IsCurrent(PathString path) => route == "/" ? path == "/" : path.StartsWithSegments(route);
}
