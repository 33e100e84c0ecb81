using System.Text.RegularExpressions;
using Connect.Application.Common.Ports;
using Connect.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>The whole program on a port of its own over a database of its own, and a real Chromium to look at it with. One for a test class.</summary>
public sealed class BrowserPortal : IAsyncLifetime
{
    private readonly Factory _factory = new();
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public BrowserPortal() => World = new World(_factory.Database);

    public World World { get; }

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _factory.UseKestrel(0);
        _factory.StartServer();
        Address = _factory.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Find(),
            Args = ["--no-sandbox", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>A browser window with cookies of its own. Its console is watched: see <see cref="Screen"/>.</summary>
    public async Task<Screen> OpenAsync(int width = 1440, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Address,
            Locale = "sv-SE",
            TimezoneId = "Europe/Stockholm",
            ViewportSize = new() { Width = width, Height = width < 640 ? 844 : 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
        });
        return new Screen(await context.NewPageAsync());
    }

    /// <summary>Such a window with the page open, seen by a user who has <see cref="World.Password"/>.</summary>
    public async Task<Screen> LoggedInAsync(string userName, string page, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var screen = await OpenAsync(width, scheme, scripts);
        await screen.Page.GotoAsync($"/login?returnUrl={Uri.EscapeDataString(page)}");
        await screen.Page.GetByLabel("Användarnamn eller e-post").FillAsync(userName);
        await screen.Page.GetByLabel("Lösenord").FillAsync(World.Password);
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();
        await Assertions.Expect(screen.Page).Not.ToHaveURLAsync(new Regex("/login"));
        await screen.LoadedAsync();
        return screen;
    }

    /// <summary>Does what is due, whenever the program's own workers come to it.</summary>
    public Task WorkAsync() => _factory.Services.RunDueWorkAsync();

    /// <summary>Lets the search field find what a test has put straight into the database, as the nightly work does after an upgrade.</summary>
    public async Task IndexAsync()
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IRecurringWork>().Single(work => work.Name == "search-index").RunAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await World.DisposeAsync();
        await _factory.DisposeAsync();
    }

    private sealed class Factory : WebApplicationFactory<Program>
    {
        public TestDatabase Database { get; } = new();

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Database.DisposeAsync();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("data", Database.Folder);
            builder.UseSetting("Database:ConnectionString", Database.Options.ConnectionString);
            builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        }
    }
}
