using Connect.Application.Common.Ports;
using Connect.Infrastructure.Commands;
using Connect.Infrastructure.Demo;
using Connect.Infrastructure.Files;
using Connect.Infrastructure.Identity;
using Connect.Infrastructure.Invoices;
using Connect.Infrastructure.Jobs;
using Connect.Infrastructure.Messages;
using Connect.Infrastructure.Monitoring;
using Connect.Infrastructure.Network;
using Connect.Infrastructure.Operations;
using Connect.Infrastructure.Operator;
using Connect.Infrastructure.Operator.Import;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Reports;
using Connect.Infrastructure.Search;
using Connect.Infrastructure.Subscriptions.Bulk;
using Connect.Infrastructure.Tickets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure;

/// <summary>Everything behind the ports, a line a module.</summary>
public static class InfrastructureModule
{
    /// <param name="dataFolder">Where the embedded database and the files are kept.</param>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddPersistence(DatabaseOptions.From(configuration, dataFolder));
        services.AddJobs(configuration);
        services.AddOperator(configuration);
        services.AddSingleton<IFileStore>(new FolderFileStore(configuration["Files:Folder"] ?? Path.Combine(dataFolder, "files")));
        services.AddIdentity(configuration);
        services.AddMessages(configuration, dataFolder);
        services.AddScoped<IProgramCommand, MigrateCommand>();
        services.AddOperations();
        services.AddInvoices(configuration);
        services.AddImport(configuration);
        services.AddDemo(configuration);
        services.AddReports(configuration);
        services.AddMonitoring();
        services.AddNetwork();
        services.AddSearch();
        services.AddTickets(configuration);
        services.AddBulk(configuration);
        return services;
    }
}
