using Connect.Domain.Users;
using Connect.Web.Shell;

namespace Connect.Web.Pages.Accounts;

internal sealed class AccountsMenu() : MenuEntry(20, "Accounts.Menu", "/accounts", "sitemap", Right.ViewAccounts);

internal static class AccountsModule
{
    /// <summary>The accounts pages and what other features plug into them.</summary>
    public static IServiceCollection AddAccountPages(this IServiceCollection services) => services
        .AddSingleton<AccountTabs>().AddSingleton<AccountActions>()
        .Scan(scan => scan.FromAssemblyOf<AccountTab>()
            .AddClasses(classes => classes.AssignableTo<AccountTab>(), publicOnly: false).As<AccountTab>().WithSingletonLifetime()
            .AddClasses(classes => classes.AssignableTo<AccountAction>(), publicOnly: false).As<AccountAction>().WithSingletonLifetime());
}
