using Connect.Application.Common.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Application.Tickets;

internal static class TicketsModule
{
    public static IServiceCollection AddTicketUseCases(this IServiceCollection services) =>
        services.AddScoped<TicketDesk>().AddScoped<TicketSubjects>().AddScoped<TicketMail>().AddScoped<TicketExtras>().AddScoped<TicketFileReader>().AddScoped<IWorkHandler, SendTicket>();
}
