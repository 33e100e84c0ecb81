using Connect.Application.Common.Security;
using Connect.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Connect.Web.Tests;

/// <summary>The whole program in the test's process over a database of its own, with a clock that tests move.</summary>
public class Portal : WebApplicationFactory<Program>
{
    public Portal() => World = new(Database);

    public TestDatabase Database { get; } = new();

    public World World { get; }

    public FakeTimeProvider Clock { get; } = new(World.Now);

    /// <summary>Further settings of the program, said before it is first used.</summary>
    public Action<IWebHostBuilder>? Configure { get; init; }

    /// <summary>A browser without JavaScript that keeps cookies and does not follow redirections.</summary>
    public HttpClient NewClient() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Such a browser that the user is logged in with.</summary>
    public async Task<HttpClient> BrowserAsync(UserIdentity user)
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{World.SessionCookie}={await World.SessionAsync(user.Id, Clock.GetUtcNow())}");
        return client;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await World.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("data", Database.Folder);
        builder.UseSetting("Database:ConnectionString", Database.Options.ConnectionString);
        builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        Configure?.Invoke(builder);
    }
}
