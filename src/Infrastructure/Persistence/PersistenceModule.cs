using Connect.Application.Accounts;
using Connect.Application.Common.Ports;
using Connect.Application.Messages;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Application.Users;
using Connect.Application.Views;
using Connect.Infrastructure.Persistence.Accounts;
using Connect.Infrastructure.Persistence.Orders;
using Connect.Infrastructure.Persistence.Subscriptions;
using Connect.Infrastructure.Persistence.Users;
using Connect.Infrastructure.Persistence.Views;
using Connect.Infrastructure.Subscriptions;
using Connect.Infrastructure.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Persistence;

public static class PersistenceModule
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, DatabaseOptions options)
    {
        TypeHandlers.Register();
        services.AddSingleton(options);
        services.AddSingleton(SqlDialect.For(options));
        services.AddSingleton<Migrator>();
        services.AddScoped(provider => new DbSession(provider.GetRequiredService<SqlDialect>(), provider.GetService<ISqlObserver>()));
        services.AddScoped<ITransactions>(provider => provider.GetRequiredService<DbSession>()).AddScoped<ITimeLimit, TimeLimit>();
        services.AddScoped<IAuditLog, AuditLog>().AddScoped<IAuditSubjects, AuditSubjects>();
        services.AddScoped<IProcessedRequests, ProcessedRequests>();
        services.AddScoped<INumberSeries, NumberSeries>();
        services.AddScoped<ContactPersonRows>();
        services.AddScoped<IAccountRepository, AccountRepository>();
        services.AddScoped<IOperatorIds, OperatorIds>();
        services.AddScoped<ISubscriptionRepository, SubscriptionRepository>();
        services.AddScoped<ISimStock, SimStock>();
        services.AddScoped<IBarrings, BarringRepository>();
        services.AddScoped<ICallForwardings, ForwardingRepository>();
        services.AddScoped<IServicePlans, ServicePlans>();
        services.AddScoped<ITopUps, TopUps>();
        services.AddScoped<IDataWarnings, DataWarningStore>();
        services.AddScoped<IUserNotices, UserNoticeStore>().AddScoped<ISavedViews, SavedViewStore>();
        services.AddScoped<IRecurringWork, DataWarningCare>();
        services.AddScoped<ICostCaps, CostCaps>();
        services.AddScoped<IRecurringWork, CostCapCare>();
        services.AddScoped<IOrderRepository, OrderRepository>();
        services.AddOrdering();
        services.AddScoped<IUserRepository, UserRepository>();
        services.AddScoped<IProductOffer, ProductOffer>();
        return services;
    }
}
