using Connect.Infrastructure.Demo;

namespace Connect.Web.Infrastructure;

/// <summary>First start in Development: the demo customer is loaded into the empty database, and its users are told on the console.</summary>
internal static class DemoStart
{
    public static async Task LoadDemoAsync(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || app.Configuration["role"] == "worker" || !app.Configuration.GetValue("Demo:Load", true)) return;
        var demo = app.Services.GetRequiredService<DemoLoader>();
        await demo.LoadDefaultAsync(app.Lifetime.ApplicationStopping);
        var welcome = await demo.WelcomeAsync(app.Lifetime.ApplicationStopping);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            Console.WriteLine($"Connect listens on {string.Join(", ", app.Urls)}");
            foreach (var line in welcome) Console.WriteLine(line);
        });
    }
}
