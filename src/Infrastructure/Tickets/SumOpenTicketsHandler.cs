using Connect.Application.Common.Security;
using Connect.Application.Tickets;
using Connect.Domain.Common;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Tickets;

internal sealed class SumOpenTicketsHandler(DbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<SumOpenTickets, OpenTickets>
{
    private static readonly ReachSum Sums = new(
        "SELECT COUNT(*) AS Count, COALESCE(SUM(CASE WHEN k.State = 3 THEN 1 ELSE 0 END), 0) AS Waiting", ("Ticket", "k"), "k.State IN (1, 2, 3)");

    public Task<OpenTickets> Handle(SumOpenTickets request, CancellationToken cancellationToken) => Sums.ReadAsync<OpenTickets>(db, user.Reach, clock.Today(), cancellationToken);
}
