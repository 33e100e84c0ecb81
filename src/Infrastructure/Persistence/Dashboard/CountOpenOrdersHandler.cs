using Connect.Application.Common.Security;
using Connect.Application.Dashboard;
using MediatR;

namespace Connect.Infrastructure.Persistence.Dashboard;

internal sealed class CountOpenOrdersHandler(DbSession db, ICurrentUser user) : IRequestHandler<CountOpenOrders, int>
{
    private static readonly Stmt CountAll = """
        SELECT COUNT(*)
        FROM CustomerOrder o
        WHERE o.OrganisationId = @organisationId AND o.IsHidden = 0 AND o.State IN (1, 2)
        """;

    private static readonly Stmt CountBelow = """
        SELECT COUNT(*)
        FROM AccountTree t
        JOIN CustomerOrder o ON o.AccountId = t.DescendantId
        WHERE t.AncestorId = @reachId AND o.OrganisationId = @organisationId AND o.IsHidden = 0 AND o.State IN (1, 2)
        """;

    public Task<int> Handle(CountOpenOrders request, CancellationToken cancellationToken) =>
        db.FirstOrDefaultAsync<int>(user.Reach.IsRoot ? CountAll : CountBelow,
            new { organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId }, cancellationToken);
}
