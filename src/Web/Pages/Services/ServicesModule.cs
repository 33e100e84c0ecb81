using Connect.Domain.Users;
using Connect.Web.Shell;

namespace Connect.Web.Pages.Services;

internal sealed class ServicesMenu() : MenuEntry(30, "Services.Menu", "/services", "device-mobile", Right.ViewSubscriptions);

internal static class ServicesModule
{
    /// <summary>The services pages and what other features plug into them.</summary>
    public static IServiceCollection AddServicePages(this IServiceCollection services) => services
        .AddSingleton<ServiceActions>()
        .Scan(scan => scan.FromAssemblyOf<ServiceAction>()
            .AddClasses(classes => classes.AssignableTo<ServiceAction>(), publicOnly: false).As<ServiceAction>().WithSingletonLifetime());
}
