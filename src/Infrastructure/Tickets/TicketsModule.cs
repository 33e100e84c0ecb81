using Connect.Application.Tickets;
using Connect.Infrastructure.Persistence.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tickets;

internal static class TicketsModule
{
    public static IServiceCollection AddTickets(this IServiceCollection services)
    {
        services.AddScoped<ITicketRepository, TicketRepository>();
        services.AddScoped<IAgreedTimes, AgreedTimesStore>();
        services.AddScoped<ITicketReaders, TicketReaders>();
        services.AddScoped<ITicketRequests, TicketRequests>();
        return services;
    }
}
