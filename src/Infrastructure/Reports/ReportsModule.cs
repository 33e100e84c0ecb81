using Connect.Application.Accounts;
using Connect.Application.Audit;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Invoices;
using Connect.Application.Orders;
using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Application.Subscriptions;
using Connect.Application.Tickets;
using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.Infrastructure.Accounts;
using Connect.Infrastructure.Audit;
using Connect.Infrastructure.Invoices;
using Connect.Infrastructure.Orders;
using Connect.Infrastructure.Reports.Overviews;
using Connect.Infrastructure.Reports.Traffic;
using Connect.Infrastructure.Subscriptions;
using Connect.Infrastructure.Tickets;
using Connect.Infrastructure.Users;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Reports;

internal static class ReportsModule
{
    public static IServiceCollection AddReports(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Reports").Get<ReportOptions>() ?? new ReportOptions());
        services.AddScoped<IReportExports, ReportExports>();
        services.AddScoped<IUserIdentities, UserIdentities>();
        services.AddScoped<ExportRuns>().AddScoped<KeptReportMail>().AddScoped<IKeptReports, KeptReportStore>();
        services.AddScoped<ExportStage>();
        services.AddSingleton<ExportWriter>();
        services.AddScoped<IWorkHandler, ExportWork>();
        services.AddScoped<IReportSubjects, ReportSubjects>();
        services.AddScoped<TrafficServices>();
        services.AddScoped<UsageGroups>();
        services.AddAllReports();
        services.AddListExport(ListAccounts.Columns, AccountList.Sql, "Accounts.Title", Right.ViewAccounts);
        services.AddListExport(ListSubscriptions.Columns, SubscriptionList.Sql, "Services.Title", Right.ViewSubscriptions);
        services.AddListExport(ListInvoices.Columns, InvoiceList.Sql, "Invoices.Title", Right.ViewInvoices);
        services.AddListExport(ListOrders.Columns, OrderList.Sql, "Orders.Title", Right.PlaceOrders);
        services.AddListExport(ListAuditLog.Columns, AuditList.Sql, "Audit.Title", Right.ManageUsers);
        services.AddListExport(ListUsers.Columns, UserList.Sql, "Users.Title", Right.ManageUsers);
        services.AddListExport(ListTickets.Columns, TicketList.Sql, "Tickets.Title", Right.ManageTickets);
        services.AddSingleton(configuration.GetSection("Retention").Get<RetentionOptions>() ?? new RetentionOptions());
        services.AddScoped<IRecurringWork, ExportCleanUp>();
        services.AddScoped<IRecurringWork, Retention>();
        return services;
    }

    // In the order of the manual.
    private static void AddAllReports(this IServiceCollection services)
    {
        services.AddReport<InvoiceReport>();
        services.AddReport<CreditedReport>();
        services.AddReport<CallsReport>();
        services.AddReport<EndedServicesReport>();
        services.AddReport<ServicesReport>();
        services.AddReport<SlaReport>();
        services.AddReport<TrafficReport>();
        services.AddReport<AllTrafficReport>();
        services.AddReport<OrdersReport>();
        services.AddReport<TicketsReport>();
        services.AddReport<InvoiceCallsReport>();
    }
}
