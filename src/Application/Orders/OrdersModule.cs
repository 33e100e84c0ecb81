using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Application.Orders;

internal static class OrdersModule
{
    public static IServiceCollection AddOrders(this IServiceCollection services)
    {
        services.AddScoped<OrderDesk>();
        services.AddScoped<OrderEnding>();
        services.AddScoped<OrderOutcomes>();
        services.AddScoped<OrderMail>();
        services.AddScoped<ProductDesk>();
        services.AddScoped<WishReader>();
        services.AddScoped<NewServiceDesk>();
        services.AddScoped<DeliveredCards>();
        services.AddScoped<IOrderOutcome, NewSubscriptionOutcome>();
        services.AddScoped<IOrderOutcome, SimReplacementOutcome>();
        services.AddScoped<IOrderOutcome, TerminationOutcome>();
        services.AddScoped<IOrderOutcome, MoveOutcome>();
        services.AddScoped<IOrderOutcome, ChangeOutcome>();
        services.AddScoped<IOrderOutcome, TopUpOutcome>();
        services.AddScoped<EsimMail>();
        services.AddScoped<ChangeDesk>();
        services.AddScoped<IWorkHandler, SendChange>();
        services.AddScoped<IWorkHandler, SendOrder>();
        services.AddScoped<IWorkHandler, SendCancellation>();
        return services;
    }
}
