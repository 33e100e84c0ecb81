using Connect.Application.Invoices;
using Connect.Infrastructure.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Invoices;

internal static class InvoicesModule
{
    public static IServiceCollection AddInvoices(this IServiceCollection services, IConfiguration configuration)
    {
        var issuer = configuration.GetSection("Operator").Get<InvoiceIssuer>() ?? new InvoiceIssuer();
        if (issuer.Mistakes().ToList() is { Count: > 0 } mistakes) throw new InvalidOperationException(string.Join(" ", mistakes));
        services.AddSingleton(issuer);
        services.AddSingleton<InvoicePdf>();
        services.AddScoped<InvoiceReader>();
        services.AddScoped<InvoiceFiles>();
        return services;
    }
}
