using Connect.Application.Common.Security;
using Connect.Application.Dashboard;
using MediatR;

namespace Connect.Infrastructure.Persistence.Dashboard;

internal sealed class CountActiveSubscriptionsHandler(DbSession db, ICurrentUser user) : IRequestHandler<CountActiveSubscriptions, int>
{
    // Every account lies below the root, so an Administratör's count needs no tree.
    private static readonly Stmt CountAll = """
        SELECT COUNT(*)
        FROM Subscription s
        WHERE s.OrganisationId = @organisationId AND s.IsHidden = 0 AND s.Status IN (2, 3, 4)
        """;

    private static readonly Stmt CountBelow = """
        SELECT COUNT(*)
        FROM AccountTree t
        JOIN Subscription s ON s.AccountId = t.DescendantId
        WHERE t.AncestorId = @reachId AND s.OrganisationId = @organisationId AND s.IsHidden = 0 AND s.Status IN (2, 3, 4)
        """;

    public Task<int> Handle(CountActiveSubscriptions request, CancellationToken cancellationToken) =>
        db.FirstOrDefaultAsync<int>(user.Reach.IsRoot ? CountAll : CountBelow,
            new { organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId }, cancellationToken);
}
