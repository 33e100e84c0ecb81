using Connect.Application.Common.Security;
using Connect.Application.Dashboard;
using Connect.Domain.Common;
using MediatR;

namespace Connect.Infrastructure.Persistence.Dashboard;

internal sealed class SumOpenOrdersHandler(DbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<SumOpenOrders, OpenOrders>
{
    private static readonly ReachSum Sums = new(
        "SELECT COUNT(*) AS Count, MIN(CASE WHEN o.ExpectedOn < @today THEN NULL ELSE o.ExpectedOn END) AS NextExpectedOn, COALESCE(SUM(CASE WHEN o.ExpectedOn < @today THEN 1 ELSE 0 END), 0) AS Late",
        ("CustomerOrder", "o"), "o.IsHidden = 0 AND o.State IN (1, 2)");

    public Task<OpenOrders> Handle(SumOpenOrders request, CancellationToken cancellationToken) => Sums.ReadAsync<OpenOrders>(db, user.Reach, clock.Today(), cancellationToken);
}
