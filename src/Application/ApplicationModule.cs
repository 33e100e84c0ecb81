using System.Reflection;
using Connect.Application.Accounts;
using Connect.Application.Common.Behaviors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Application.Monitoring;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Reports;
using Connect.Application.Subscriptions;
using Connect.Application.Tickets;
using Connect.Application.Users;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Application;

/// <summary>Registers the use cases: handlers, validators and the pipeline around them, by one scan.</summary>
public static class ApplicationModule
{
    /// <param name="handlerAssemblies">Further assemblies with handlers: queries that would only forward live where their SQL is.</param>
    public static IServiceCollection AddApplication(this IServiceCollection services, params Assembly[] handlerAssemblies)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan => scan.FromAssemblies([typeof(ApplicationModule).Assembly, .. handlerAssemblies])
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
            .AsImplementedInterfaces(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).WithScopedLifetime()
            .AddClasses(classes => classes.AssignableTo<IChangeOutcome>(), publicOnly: false).As<IChangeOutcome>().WithScopedLifetime());
        services.AddValidatorsFromAssembly(typeof(ApplicationModule).Assembly, ServiceLifetime.Singleton, includeInternalTypes: true);

        services.AddScoped<CurrentUser>();
        services.AddScoped<ICurrentUser>(provider => provider.GetRequiredService<CurrentUser>());
        services.AddScoped<AuditTrail>();
        services.AddScoped<IAudit>(provider => provider.GetRequiredService<AuditTrail>());
        services.AddScoped<Caller>();
        services.AddAccountUseCases();
        services.AddSubscriptionUseCases();
        services.AddMonitoringUseCases();
        services.AddOrders();
        services.AddReportUseCases();
        services.AddIdentityUseCases();
        services.AddUserUseCases().AddTicketUseCases();

        // The order is part of the design: docs/architecture.md.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TimingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuditBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorizationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>));
        return services;
    }
}
