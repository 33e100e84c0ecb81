using Connect.Infrastructure.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Connect.Infrastructure.Operations;

/// <summary>Ready when the database answers and has its schema.</summary>
public sealed class DatabaseHealth(DbSession db) : IHealthCheck
{
    private static readonly Stmt Probe = "SELECT COUNT(*) FROM Setting";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await db.FirstOrDefaultAsync<int>(Probe, cancellation: cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (System.Data.Common.DbException error)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The database does not answer.", error);
        }
    }
}
