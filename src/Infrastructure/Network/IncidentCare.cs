using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Network;

/// <summary>Removes incidents that have been over for their time (<c>Retention:IncidentMonths</c>), with all that hangs on them.</summary>
internal sealed class IncidentCare(DbSession db, TimeProvider clock, RetentionOptions options) : IRecurringWork
{
    private static readonly Stmt Delete = "DELETE FROM Incident WHERE OverAt < @before";

    public string Name => "incidents";
    public TimeOnly At => new(3, 40);

    public Task RunAsync(CancellationToken cancellation) => db.ExecuteAsync(Delete, new { before = clock.GetUtcNow().AddMonths(-options.IncidentMonths) }, cancellation);
}
