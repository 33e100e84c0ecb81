using Connect.Domain.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Application.Reports;

internal static class ReportsModule
{
    /// <summary>The steps that several use cases of Reports share.</summary>
    public static IServiceCollection AddReportUseCases(this IServiceCollection services)
    {
        services.AddScoped<ExportKinds>();
        services.AddScoped<ExportDesk>();
        services.AddScoped<TrafficScope>();
        services.AddSingleton(new Report(GenerateTrafficReport.Kind, "Reports.Traffic", "Reports.TrafficHint", Right.RunReports, Right.ViewSubscriptions));
        return services;
    }
}
