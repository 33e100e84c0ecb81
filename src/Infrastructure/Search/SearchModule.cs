using Connect.Application.Common.Ports;
using Connect.Application.Search;
using Connect.Infrastructure.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Search;

internal static class SearchModule
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddScoped<SearchIndex>();
        services.AddScoped<IRecurringWork, SearchIndexCare>();
        services.AddScoped<ISearchSource, ServiceSearch>();
        services.AddScoped<ISearchSubject, ServiceSearch>();
        services.AddScoped<ISearchSource, SimCardSearch>();
        services.AddScoped<ISearchSource, AccountSearchHandler>();
        services.AddScoped<ISearchSource, UserSearch>();
        services.AddScoped<ISearchSource, OrderSearch>();
        services.AddScoped<ISearchSource, TicketSearch>();
        services.AddScoped<ISearchSubject, TicketSearch>();
        services.AddScoped<ISearchSource, InvoiceSearch>();
        return services;
    }
}
