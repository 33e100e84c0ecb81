using Connect.Application.Common.Ports;
using Connect.Infrastructure.Commands;
using Connect.Infrastructure.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Connect.Infrastructure.Demo;

internal static class DemoModule
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.TryAddSingleton<ISecretProtector, SecretProtector>();
        services.AddSingleton<DemoLoader>();
        services.AddScoped<DemoState>();
        services.AddScoped<DemoHint>();
        services.AddScoped<DemoFinish>();
        services.AddScoped<IProgramCommand, DemoCommand>();
        services.AddHostedService<DemoUsageService>();
        return services;
    }
}
