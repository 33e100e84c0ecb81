using Connect.Application.Common.Security;
using Connect.TestKit;
using Microsoft.AspNetCore.Hosting;

namespace Connect.Web.Tests.Reports;

/// <summary>The portal with an organisation that has traffic. Its jobs are run by hand.</summary>
public sealed class ReportsPortal : Portal
{
    public const string Phone = "+46701740605";

    public Guid Root { get; private set; }
    public Guid Service { get; private set; }
    public UserIdentity User { get; set; } = null!;

    public static async Task<ReportsPortal> MakeAsync(Action<IWebHostBuilder>? configure = null)
    {
        var portal = new ReportsPortal { Configure = configure };
        portal.Root = (await portal.World.OrganisationAsync("Kommunen")).RootId;
        portal.Service = await portal.World.SubscriptionAsync(portal.Root, "Åsa Öberg", phone: Phone);
        portal.User = await portal.World.UserAsync(portal.Root, "anna");
        return portal;
    }

    /// <summary>A browser that <see cref="User"/> is logged in with.</summary>
    public Task<HttpClient> ClientAsync() => BrowserAsync(User);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("role", "web");
    }
}
