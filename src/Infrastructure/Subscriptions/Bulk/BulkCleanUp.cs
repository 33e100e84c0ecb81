using Connect.Application.Common.Ports;
using Connect.Application.Subscriptions.Bulk;
using Connect.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Subscriptions.Bulk;

/// <summary>Calls off previews that nobody confirmed, and removes ended jobs after their time.</summary>
internal sealed class BulkCleanUp(DbSession db, IBulkJobs jobs, TimeProvider clock, BulkOptions options) : IRecurringWork
{
    private static readonly Stmt SelectForgotten = "SELECT j.Id FROM BulkJob j WHERE j.State = 2 AND j.CreatedAt < @before ORDER BY j.CreatedAt";
    private static readonly Stmt DeleteOld = "DELETE FROM BulkJob WHERE State IN (4, 5) AND EndedAt < @before";

    public string Name => "bulk-jobs";
    public TimeOnly At => new(3, 50);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var id in await db.ListAsync<Guid>(SelectForgotten, new { before = now.AddDays(-options.KeepPreviewDays) }, cancellation))
            await db.RunAsync(() => jobs.CancelAsync(id, now, cancellation), cancellation);
        await db.ExecuteAsync(DeleteOld, new { before = now.AddDays(-options.KeepDays) }, cancellation);
    }
}

internal static class BulkModule
{
    public static IServiceCollection AddBulk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Bulk").Get<BulkOptions>() ?? new BulkOptions());
        services.AddScoped<Persistence.Subscriptions.Bulk.BulkJobs>();
        services.AddScoped<IBulkJobs>(provider => provider.GetRequiredService<Persistence.Subscriptions.Bulk.BulkJobs>());
        services.AddScoped<IBulkRuns, Persistence.Subscriptions.Bulk.BulkRuns>();
        services.AddScoped<IBulkTargets, BulkTargets>();
        services.AddScoped<BulkReading>();
        services.AddScoped<IRecurringWork, BulkCleanUp>();
        return services;
    }
}
