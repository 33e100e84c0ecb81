using Connect.Application.Common.Security;
using Connect.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Reports;

/// <summary>The portal with an organisation that has traffic; each request is sent by <see cref="User"/>, without a log-in.</summary>
public sealed class ReportsPortal : Portal
{
    public const string Phone = "+46701740605";

    public World World { get; private set; } = null!;
    public Guid Root { get; private set; }
    public Guid Service { get; private set; }
    public UserIdentity? User { get; set; }

    public static async Task<ReportsPortal> MakeAsync()
    {
        var portal = new ReportsPortal();
        portal.World = new World(portal.Database);
        portal.Root = (await portal.World.OrganisationAsync("Kommunen")).RootId;
        portal.Service = await portal.World.SubscriptionAsync(portal.Root, "Åsa Öberg", phone: Phone);
        portal.User = await portal.World.UserAsync(portal.Root, "anna");
        return portal;
    }

    public override async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("role", "web");
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new Caller(() => User)));
    }

    private sealed class Caller(Func<UserIdentity?> user) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (user() is { } identity) context.RequestServices.GetRequiredService<CurrentUser>().Set(identity);
                return rest(context);
            });
            next(app);
        };
    }
}
