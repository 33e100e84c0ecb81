namespace Connect.Web.Shell;

internal sealed class StartMenu() : MenuEntry(10, "Shell.Menu.Start", "/", "home");
