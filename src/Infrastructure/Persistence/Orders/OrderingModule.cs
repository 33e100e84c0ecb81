using Connect.Application.Common.Ports;
using Connect.Application.Orders;
using Connect.Infrastructure.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Persistence.Orders;

internal static class OrderingModule
{
    /// <summary>What the order wizard reads and writes.</summary>
    public static IServiceCollection AddOrdering(this IServiceCollection services) => services
        .AddScoped<IOrderCatalogue, OrderCatalogue>().AddScoped<INewServices, NewServices>().AddScoped<IOrderDrafts, OrderDrafts>().AddScoped<IRecurringWork, OrderDraftCare>();
}
