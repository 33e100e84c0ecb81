using Connect.Application.Common.Security;
using Connect.Application.Dashboard;
using MediatR;

namespace Connect.Infrastructure.Persistence.Dashboard;

internal sealed class SumActiveSubscriptionsHandler(DbSession db, ICurrentUser user) : IRequestHandler<SumActiveSubscriptions, ActiveSubscriptions>
{
    private const string Sums = """
        SELECT COUNT(*) AS Count, COALESCE(SUM(CASE WHEN s.Status = 3 THEN 1 ELSE 0 END), 0) AS Barred, COALESCE(SUM(CASE WHEN s.Status = 4 THEN 1 ELSE 0 END), 0) AS Terminating
        """;

    // Every account lies below the root, so an Administratör's count needs no tree.
    private static readonly Stmt SumAll = $"{Sums} FROM Subscription s WHERE s.OrganisationId = @organisationId AND s.IsHidden = 0 AND s.Status IN (2, 3, 4)";

    private static readonly Stmt SumBelow = $"""
        {Sums} FROM AccountTree t JOIN Subscription s ON s.AccountId = t.DescendantId
        WHERE t.AncestorId = @reachId AND s.OrganisationId = @organisationId AND s.IsHidden = 0 AND s.Status IN (2, 3, 4)
        """;

    public async Task<ActiveSubscriptions> Handle(SumActiveSubscriptions request, CancellationToken cancellationToken) =>
        (await db.FirstOrDefaultAsync<ActiveSubscriptions>(user.Reach.IsRoot ? SumAll : SumBelow,
            new { organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId }, cancellationToken))!;
}
