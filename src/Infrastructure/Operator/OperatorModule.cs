using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Infrastructure.Documents;
using Connect.Infrastructure.Orders;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connect.Infrastructure.Operator;

/// <summary>The way to the operator's systems: over HTTP when <c>Operator:Gateway=Http</c>, else to the simulator.</summary>
public static class OperatorModule
{
    public static IServiceCollection AddOperator(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Operator:Gateway").Get<GatewayOptions>() ?? new GatewayOptions();
        services.AddSingleton(options);
        services.AddSingleton<IQrCode, QrCode>();
        services.AddScoped<IOrderRequests, OrderRequests>();
        return string.Equals(configuration["Operator:Gateway"], "Http", StringComparison.OrdinalIgnoreCase)
            ? services.AddHttpGateway(options)
            : services.AddSimulator(configuration);
    }

    private static IServiceCollection AddHttpGateway(this IServiceCollection services, GatewayOptions options)
    {
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out _) || string.IsNullOrEmpty(options.Secret))
            throw new InvalidOperationException("Operator:Gateway:BaseUrl and Operator:Gateway:Secret are needed for the HTTP gateway.");
        // No handler that tries again: that is the work engine's, across restarts. No redirects: they would lose body and signature.
        services.AddHttpClient(HttpOperatorGateway.ClientName, client => client.Timeout = options.Timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        services.AddScoped<IOperatorGateway, HttpOperatorGateway>();
        return services;
    }

    private static IServiceCollection AddSimulator(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => SimulatorOptions.From(configuration, provider.GetRequiredService<IHostEnvironment>()));
        services.AddScoped<IOperatorGateway, SimulatedOperator>();
        services.AddScoped(provider => new SimulatorContext(
            provider.GetRequiredService<IMediator>(), provider.GetRequiredService<SimulatorOptions>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<IWorkHandler, SimulatedSupport>();
        foreach (var kind in new[] { SimulatorStep.BeginKind, SimulatorStep.DeliverKind, SimulatorStep.StopKind })
            services.AddScoped<IWorkHandler>(provider => ActivatorUtilities.CreateInstance<SimulatorStep>(provider, kind));
        return services;
    }
}
