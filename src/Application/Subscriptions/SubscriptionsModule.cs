using Connect.Application.Common.Ports;
using Connect.Application.Subscriptions.Bulk;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Application.Subscriptions;

internal static class SubscriptionsModule
{
    public static IServiceCollection AddSubscriptionUseCases(this IServiceCollection services) =>
        services.AddScoped<BarringDesk>().AddScoped<ForwardingDesk>().AddScoped<TopUpDesk>().AddScoped<SimDesk>()
            .AddScoped<UsageRounds>().AddScoped<IWorkHandler, SendDataWarnings>()
            .AddScoped<CostCapDesk>().AddScoped<CostCapMail>().AddScoped<IWorkHandler, CheckCostCaps>()
            .AddScoped<BulkDesk>().AddScoped<BulkFinder>().AddScoped<BulkRowMaker>().AddScoped<BulkCommonValues>().AddScoped<BulkActions>().AddScoped<BulkReferences>().AddScoped<BulkQueue>().AddScoped<BulkAudit>()
            .AddSingleton<BulkStage>().AddScoped<IWorkHandler, CheckBulk>().AddScoped<IWorkHandler, RunBulk>();
}
