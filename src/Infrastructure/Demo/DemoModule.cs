using Connect.Infrastructure.Commands;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Demo;

internal static class DemoModule
{
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DemoLoader>();
        services.AddScoped<DemoState>();
        services.AddScoped<DemoHint>();
        services.AddScoped<DemoFinish>();
        services.AddScoped<DemoLogins>();
        services.AddScoped<DemoTopUps>();
        services.AddScoped<DemoMeter>();
        services.AddScoped<IProgramCommand, DemoCommand>();
        if (configuration["role"] != "worker") services.AddHostedService<DemoUsageService>(); // one process loads it, the one that began
        return services;
    }
}
