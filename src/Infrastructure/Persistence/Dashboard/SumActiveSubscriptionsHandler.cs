using Connect.Application.Common.Security;
using Connect.Application.Dashboard;
using Connect.Domain.Common;
using MediatR;

namespace Connect.Infrastructure.Persistence.Dashboard;

internal sealed class SumActiveSubscriptionsHandler(DbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<SumActiveSubscriptions, ActiveSubscriptions>
{
    private static readonly ReachSum Sums = new("""
        SELECT COUNT(*) AS Count, COALESCE(SUM(CASE WHEN s.Status = 3 THEN 1 ELSE 0 END), 0) AS Barred, COALESCE(SUM(CASE WHEN s.Status = 4 THEN 1 ELSE 0 END), 0) AS Terminating
        """, ("Subscription", "s"), "s.IsHidden = 0 AND s.Status IN (2, 3, 4)");

    public Task<ActiveSubscriptions> Handle(SumActiveSubscriptions request, CancellationToken cancellationToken) =>
        Sums.ReadAsync<ActiveSubscriptions>(db, user.Reach, clock.Today(), cancellationToken);
}
