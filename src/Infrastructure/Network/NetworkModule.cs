using Connect.Application.Common.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Network;

internal static class NetworkModule
{
    public static IServiceCollection AddNetwork(this IServiceCollection services)
    {
        services.AddScoped<IncidentReader>();
        services.AddScoped<Coverage>();
        services.AddScoped<IRecurringWork, IncidentCare>();
        return services;
    }
}
