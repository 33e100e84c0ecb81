using Connect.Application.Common.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Monitoring;

internal static class MonitoringModule
{
    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        services.AddScoped<MonitoringRollUpJob>();
        services.AddScoped<IWorkHandler, MonitoringRollUpWork>();
        services.AddScoped<IRecurringWork, MonitoringCare>();
        return services;
    }
}
