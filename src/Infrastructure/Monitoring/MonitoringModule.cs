using Connect.Application.Common.Ports;
using Connect.Application.Monitoring;
using Connect.Application.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Monitoring;

internal static class MonitoringModule
{
    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        services.AddScoped<IMonitoring, MonitoringQueries>();
        services.AddScoped<IExport, MonitoringExport>();
        services.AddScoped<MonitoringRollUpJob>();
        services.AddScoped<IWorkHandler, MonitoringRollUpWork>();
        services.AddScoped<IRecurringWork, MonitoringCare>();
        return services;
    }
}
