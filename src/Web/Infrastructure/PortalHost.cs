using Connect.Application;
using Connect.Infrastructure;
using Connect.Infrastructure.Commands;
using Connect.Infrastructure.Identity;
using Connect.Infrastructure.Messages;
using Connect.Infrastructure.Persistence;
using Connect.Web.Api;
using Connect.Web.Operations;

namespace Connect.Web.Infrastructure;

/// <summary>Builds the program and runs it: as the portal with its workers, or as one command that ends.</summary>
internal static class PortalHost
{
    /// <param name="output">Where a command writes; the console unless given.</param>
    /// <param name="errors">Where it is told what is wrong around it; the console's errors unless given.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? errors = null)
    {
        var command = CommandLine.Parse(args);
        var builder = WebApplication.CreateBuilder(command.HostArguments);
        AddServices(builder);
        builder.AddApi();
        builder.AddOperations(isCommand: command.Name is not null);
        var app = builder.Build();
        if (command.Name is not null) return await RunCommandAsync(app, command, output ?? Console.Out, errors ?? Console.Error);

        Prepare(app);
        foreach (var problem in MessagesModule.Problems(app.Configuration, app.Environment)) app.Logger.LogError("{Problem}", problem);
        await app.LoadDemoAsync();
        if (app.Configuration["role"] == "worker") app.MapHealth(); // a worker shows nobody anything
        else app.UsePortal();
        await app.RunAsync();
        return 0;
    }

    private static void Prepare(WebApplication app)
    {
        app.Services.GetRequiredService<Migrator>().Run();
        app.Services.EnsureSecretKeys();
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets(); // without it, build output outside Development serves empty files
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        var dataFolder = Path.GetFullPath(builder.Configuration["data"] ?? "data", builder.Environment.ContentRootPath);
        builder.Services.AddSingleton(ShiftedClock.From(builder.Configuration, builder.Environment));
        builder.Services.AddApplication(typeof(InfrastructureModule).Assembly);
        builder.Services.AddInfrastructure(builder.Configuration, dataFolder);
        builder.AddPortal();
        builder.AddIdentityWeb();
    }

    private static async Task<int> RunCommandAsync(WebApplication app, CommandLine command, TextWriter output, TextWriter errors)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetServices<IProgramCommand>().OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        if (commands.Find(c => c.Name == command.Name) is { } found) return await RunCommandAsync(app, command, found, output, errors);

        var known = "Without a command the portal starts: [--urls URL] [--data FOLDER] [--role web|worker]\nCommands:\n  " + string.Join("\n  ", commands.Select(c => c.Usage));
        if (command.Name == CommandLine.Help)
        {
            await output.WriteLineAsync(known);
            return 0;
        }

        await errors.WriteLineAsync($"There is no command '{command.Name}'. {known}");
        return 2;
    }

    private static async Task<int> RunCommandAsync(WebApplication app, CommandLine command, IProgramCommand found, TextWriter output, TextWriter errors)
    {
        if (command.AsksForHelp)
        {
            await output.WriteLineAsync(found.Usage);
            return 0;
        }

        if (command.Unknown(found.Usage) is { } unknown)
        {
            await errors.WriteLineAsync($"'{found.Name}' does not know '{unknown}'. Usage: {found.Usage}");
            return 1;
        }

        if (found.NeedsSchema) Prepare(app);
        var code = await found.RunAsync(command.Arguments, output, app.Lifetime.ApplicationStopping);
        if (found.SendsMessages) foreach (var problem in MessagesModule.Problems(app.Configuration, app.Environment)) await errors.WriteLineAsync("Note: " + problem);
        return code;
    }
}
