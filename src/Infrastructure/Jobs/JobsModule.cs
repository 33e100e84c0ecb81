using Connect.Application.Common.Ports;
using Connect.Infrastructure.Persistence;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connect.Infrastructure.Jobs;

/// <summary>The work engine. <c>role=web</c> only puts work aside; every other role also does it.</summary>
public static class JobsModule
{
    private static readonly TimeSpan ServerStop = TimeSpan.FromSeconds(25), HostStop = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Work").Get<WorkOptions>() ?? new WorkOptions();
        services.AddSingleton(options);
        services.AddSingleton(provider => new WorkClock(options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WorkSignal>();
        services.AddScoped<IWorkQueue, WorkQueue>();
        services.AddScoped<WorkStore>();
        services.AddScoped<IWorkHandler, RecurringWorkHandler>();
        services.AddScoped<IRecurringWork, WorkCleanUp>();
        services.AddHangfire(hangfire => Store(hangfire.UseRecommendedSerializerSettings(), configuration));
        if (configuration["role"] != "web") services.AddWorkers(options);
        return services;
    }

    private static void AddWorkers(this IServiceCollection services, WorkOptions options)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = HostStop);
        services.AddSingleton<WorkStop>();
        services.AddSingleton<WorkRunner>();
        services.AddSingleton<IWorkHandOver, HangfireHandOver>();
        services.AddSingleton<WorkDispatcher>();
        services.AddSingleton<WorkJob>();
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = options.Workers;
            server.ShutdownTimeout = ServerStop;
        });
        services.AddHostedService(provider => provider.GetRequiredService<WorkDispatcher>());
    }

    private static void Store(IGlobalConfiguration hangfire, IConfiguration configuration)
    {
        if (configuration["Hangfire:Storage"] == "SqlServer")
            hangfire.UseSqlServerStorage(
                configuration["Hangfire:ConnectionString"] ?? DatabaseOptions.From(configuration, "").ConnectionString,
                new SqlServerStorageOptions { SqlClientFactory = Microsoft.Data.SqlClient.SqlClientFactory.Instance, QueuePollInterval = TimeSpan.Zero });
        else hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) });
    }
}
