using Connect.Application.Common.Ports;
using Connect.Application.Subscriptions.Bulk;
using Connect.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Subscriptions.Bulk;

/// <summary>Calls off previews that nobody confirmed, and removes ended jobs after their time.</summary>
internal sealed class BulkCleanUp(DbSession db, IBulkJobs jobs, TimeProvider clock, BulkOptions options) : IRecurringWork
{
    /// <summary>Rows that are removed in one go.</summary>
    public const int AtOnce = 500;

    private static readonly Stmt SelectForgotten = "SELECT j.Id FROM BulkJob j WHERE j.State = 2 AND j.CreatedAt < @before ORDER BY j.CreatedAt";
    private static readonly Stmt SelectOld = "SELECT j.Id FROM BulkJob j WHERE j.State IN (4, 5) AND j.EndedAt < @before ORDER BY j.EndedAt";
    private static readonly Stmt SelectPiece = Stmt.Top("SELECT r.No FROM BulkRow r WHERE r.JobId = @id ORDER BY r.No");
    private static readonly Stmt DeletePiece = "DELETE FROM BulkRow WHERE JobId = @id AND No <= @last";
    private static readonly Stmt DeleteJob = "DELETE FROM BulkJob WHERE Id = @id";

    public string Name => "bulk-jobs";
    public TimeOnly At => new(3, 50);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var id in await db.ListAsync<Guid>(SelectForgotten, new { before = now.AddDays(-options.KeepPreviewDays) }, cancellation))
            await db.RunAsync(() => jobs.CancelAsync(id, now, cancellation), cancellation);
        foreach (var id in await db.ListAsync<Guid>(SelectOld, new { before = now.AddDays(-options.KeepDays) }, cancellation)) await RemoveAsync(id, cancellation);
    }

    // Piece by piece, so that nobody waits for the write lock.
    private async Task RemoveAsync(Guid id, CancellationToken cancellation)
    {
        while (await db.ListAsync<int>(SelectPiece, new { id, take = AtOnce }, cancellation) is [.., var last]) await db.ExecuteAsync(DeletePiece, new { id, last }, cancellation);
        await db.ExecuteAsync(DeleteJob, new { id }, cancellation);
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
