using Connect.Application.Common.Security;
using Connect.Application.Tickets;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Tickets;

// Every account lies below the root, so an Administratör's counts need no tree.

internal sealed class CountOpenTicketsHandler(DbSession db, ICurrentUser user) : IRequestHandler<CountOpenTickets, int>
{
    private static readonly Stmt CountAll = "SELECT COUNT(*) FROM Ticket k WHERE k.OrganisationId = @organisationId AND k.State IN (1, 2, 3)";

    private static readonly Stmt CountBelow = """
        SELECT COUNT(*) FROM AccountTree t JOIN Ticket k ON k.AccountId = t.DescendantId
        WHERE t.AncestorId = @reachId AND k.OrganisationId = @organisationId AND k.State IN (1, 2, 3)
        """;

    public Task<int> Handle(CountOpenTickets request, CancellationToken cancellationToken) =>
        db.FirstOrDefaultAsync<int>(user.Reach.IsRoot ? CountAll : CountBelow, new { organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId }, cancellationToken);
}

internal sealed class CountWaitingTicketsHandler(DbSession db, ICurrentUser user) : IRequestHandler<CountWaitingTickets, int>
{
    private static readonly Stmt CountAll = "SELECT COUNT(*) FROM Ticket k WHERE k.OrganisationId = @organisationId AND k.State = 3";

    private static readonly Stmt CountBelow = """
        SELECT COUNT(*) FROM AccountTree t JOIN Ticket k ON k.AccountId = t.DescendantId
        WHERE t.AncestorId = @reachId AND k.OrganisationId = @organisationId AND k.State = 3
        """;

    public Task<int> Handle(CountWaitingTickets request, CancellationToken cancellationToken) =>
        db.FirstOrDefaultAsync<int>(user.Reach.IsRoot ? CountAll : CountBelow, new { organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId }, cancellationToken);
}
