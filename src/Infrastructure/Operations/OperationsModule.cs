using Connect.Infrastructure.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Operations;

public static class OperationsModule
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddScoped<IProgramCommand, CheckCommand>()
        .AddScoped<IProgramCommand, BackupCommand>()
        .AddScoped<IInstallationCheck, DatabaseCheck>()
        .AddScoped<IInstallationCheck, SchemaCheck>()
        .AddScoped<IInstallationCheck, IntegrityCheck>()
        .AddScoped<IInstallationCheck, FileStoreCheck>();
}
