using Connect.Application.Common.Ports;
using Connect.Application.Reports.Kept;
using Connect.Application.Views;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Application.Reports;

public static class ReportsModule
{
    /// <summary>Adds a report: its page, preview and API, and its export to Excel. Reports are offered in the order of these lines.</summary>
    public static IServiceCollection AddReport<TReport>(this IServiceCollection services) where TReport : class, IReport
    {
        services.AddScoped<TReport>();
        services.AddScoped<IReport>(provider => provider.GetRequiredService<TReport>());
        return services.AddScoped<IExport>(provider => new ReportExport(provider.GetRequiredService<TReport>()));
    }

    /// <summary>The steps that several use cases of Reports share.</summary>
    internal static IServiceCollection AddReportUseCases(this IServiceCollection services)
    {
        services.AddScoped<ExportKinds>();
        services.AddScoped<ExportDesk>();
        services.AddScoped<OwnExports>();
        services.AddScoped<PreviewDesk>();
        services.AddScoped<ReportKinds>();
        services.AddScoped<ReportScope>();
        services.AddScoped<ListDoor>();
        services.AddScoped<OwnViews>();
        services.AddScoped<KeptReportDesk>();
        services.AddScoped<KeptReportViews>();
        services.AddScoped<ReportActing>();
        services.AddScoped<IWorkHandler, BringReport>();
        return services;
    }
}
