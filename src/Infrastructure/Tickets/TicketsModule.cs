using Connect.Application.Common.Ports;
using Connect.Application.Tickets;
using Connect.Infrastructure.Persistence.Tickets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tickets;

internal static class TicketsModule
{
    public static IServiceCollection AddTickets(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ITicketRepository, TicketRepository>();
        services.AddScoped<IAgreedTimes, AgreedTimesStore>();
        services.AddSingleton(configuration.GetSection("Tickets").Get<TicketOptions>() ?? new TicketOptions());
        services.AddScoped<ITicketFiles, TicketFiles>();
        services.AddScoped<ITicketFollowers, TicketFollowers>();
        services.AddScoped<IRecurringWork, TicketFileCare>();
        services.AddScoped<ITicketReaders, TicketReaders>();
        services.AddScoped<ITicketRequests, TicketRequests>();
        return services;
    }
}
