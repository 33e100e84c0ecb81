using Connect.Application.Common.Security;
using Connect.Application.Tickets;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Tickets;

internal sealed class SumOpenTicketsHandler(DbSession db, ICurrentUser user) : IRequestHandler<SumOpenTickets, OpenTickets>
{
    private const string Sums = "SELECT COUNT(*) AS Count, COALESCE(SUM(CASE WHEN k.State = 3 THEN 1 ELSE 0 END), 0) AS Waiting";

    // Every account lies below the root, so an Administratör's count needs no tree.
    private static readonly Stmt SumAll = $"{Sums} FROM Ticket k WHERE k.OrganisationId = @organisationId AND k.State IN (1, 2, 3)";

    private static readonly Stmt SumBelow = $"""
        {Sums} FROM AccountTree t JOIN Ticket k ON k.AccountId = t.DescendantId
        WHERE t.AncestorId = @reachId AND k.OrganisationId = @organisationId AND k.State IN (1, 2, 3)
        """;

    public async Task<OpenTickets> Handle(SumOpenTickets request, CancellationToken cancellationToken) =>
        (await db.FirstOrDefaultAsync<OpenTickets>(user.Reach.IsRoot ? SumAll : SumBelow,
            new { organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId }, cancellationToken))!;
}
