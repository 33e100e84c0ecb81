using Microsoft.Extensions.DependencyInjection;

namespace Connect.Application.Monitoring;

internal static class MonitoringModule
{
    public static IServiceCollection AddMonitoringUseCases(this IServiceCollection services) => services.AddScoped<MonitoringScope>();
}
