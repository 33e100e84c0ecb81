using Connect.Application.Common.Security;
using Connect.Application.Dashboard;
using Connect.Domain.Common;
using MediatR;

namespace Connect.Infrastructure.Persistence.Dashboard;

internal sealed class SumOpenOrdersHandler(DbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<SumOpenOrders, OpenOrders>
{
    private const string Sums = "SELECT COUNT(*) AS Count, MIN(CASE WHEN o.ExpectedOn < @today THEN NULL ELSE o.ExpectedOn END) AS NextExpectedOn";

    // Every account lies below the root, so an Administratör's count needs no tree.
    private static readonly Stmt SumAll = $"{Sums} FROM CustomerOrder o WHERE o.OrganisationId = @organisationId AND o.IsHidden = 0 AND o.State IN (1, 2)";

    private static readonly Stmt SumBelow = $"""
        {Sums} FROM AccountTree t JOIN CustomerOrder o ON o.AccountId = t.DescendantId
        WHERE t.AncestorId = @reachId AND o.OrganisationId = @organisationId AND o.IsHidden = 0 AND o.State IN (1, 2)
        """;

    public async Task<OpenOrders> Handle(SumOpenOrders request, CancellationToken cancellationToken) =>
        (await db.FirstOrDefaultAsync<OpenOrders>(user.Reach.IsRoot ? SumAll : SumBelow,
            new { organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId, today = clock.Today() }, cancellationToken))!;
}
