using Connect.Domain.Users;
using Connect.Web.Shell;

namespace Connect.Web.Pages.Users;

internal sealed class UsersMenu() : MenuEntry(80, "Users.Menu", "/users", "users", Right.ManageUsers);
