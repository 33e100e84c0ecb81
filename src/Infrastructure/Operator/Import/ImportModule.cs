using Connect.Application.Operator;
using Connect.Infrastructure.Commands;
using Connect.Infrastructure.Operator.Import.Files;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Operator.Import;

internal static class ImportModule
{
    public static IServiceCollection AddImport(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Import").Get<ImportOptions>() ?? new ImportOptions());
        services.AddSingleton<IImportUploads, ImportUploads>();
        services.AddScoped<IImporter, Importer>();
        services.AddScoped<IRecordStore, RecordStore>();
        services.AddScoped<IProgramCommand, ImportCommand>();
        services.AddScoped<References>();
        services.AddScoped<ImportRuns>();
        services.AddScoped<EntityWriter>();
        services.AddScoped<ChildWriter>();
        services.AddScoped<UsageWriter>();
        services.AddScoped<KnownUsage>();
        services.AddScoped<MonitoringWriter>();
        services.AddScoped<KnownMonitoring>();
        services.AddScoped<AccountForest>();
        services.AddScoped<ForwardingTargets>();
        services.AddScoped<OrderParts>();
        services.AddScoped<TicketTerms>();
        services.AddScoped<InvoiceAgreement>();
        services.AddScoped<InvoiceBalances>();
        services.AddScoped<DocumentWriter>();
        return services.AddImportFiles();
    }

    /// <summary>A line a file, in the order that they can be loaded.</summary>
    private static IServiceCollection AddImportFiles(this IServiceCollection services)
    {
        services.AddScoped<IImportFile, OrganisationsFile>();
        services.AddScoped<IImportFile, AccountsFile>();
        services.AddScoped<IImportFile, ContactPersonsFile>();
        services.AddScoped<IImportFile, CategoriesFile>();
        services.AddScoped<IImportFile, ProductsFile>();
        services.AddScoped<IImportFile, UsersFile>();
        services.AddScoped<IImportFile, DataPackagesFile>();
        services.AddScoped<IImportFile, PriceListsFile>();
        services.AddScoped<IImportFile, AddOnsFile>();
        services.AddScoped<IImportFile, AgreementsFile>();
        services.AddScoped<IImportFile, SlaFile>();
        services.AddScoped<IImportFile, SubscriptionsFile>();
        services.AddScoped<IImportFile, SimCardsFile>();
        services.AddScoped<IImportFile, HandsetsFile>();
        services.AddScoped<IImportFile, DevicesFile>();
        services.AddScoped<IImportFile, BarringsFile>();
        services.AddScoped<IImportFile, ForwardingsFile>();
        services.AddScoped<IImportFile, OrdersFile>();
        services.AddScoped<IImportFile, InvoicesFile>();
        services.AddScoped<IImportFile, InvoiceLinesFile>();
        services.AddScoped<IImportFile, PaymentsFile>();
        services.AddScoped<IImportFile, DocumentsFile>();
        services.AddScoped<IImportFile, UsageFile>();
        services.AddScoped<IImportFile, MonitoringFile>();
        services.AddScoped<IImportFile, TicketsFile>();
        services.AddScoped<IImportFile, TicketMessagesFile>();
        return services.AddScoped<IImportFile, IncidentsFile>().AddScoped<IImportFile, CoverageFile>();
    }
}
