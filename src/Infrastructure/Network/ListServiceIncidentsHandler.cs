using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Network;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Network;

internal sealed class ListServiceIncidentsHandler(DbSession db, IncidentReader reader, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListServiceIncidents, IReadOnlyList<IncidentNotice>>
{
    private static readonly Stmt SelectService = """
        SELECT s.Id FROM Subscription s WHERE s.Id = @id AND s.OrganisationId = @organisationId AND s.IsHidden = 0
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        """;

    private static readonly Stmt Select = $"""
        SELECT {IncidentSql.Columns}, 1 AS IsOwn
        FROM Subscription s JOIN Incident i ON i.OverAt IS NULL OR i.OverAt > @now
        WHERE s.Id = @id AND {IncidentSql.IsSeen} AND {IncidentSql.Touches}
        ORDER BY i.StartsAt, i.Seq
        """;

    public async Task<IReadOnlyList<IncidentNotice>> Handle(ListServiceIncidents request, CancellationToken cancellationToken)
    {
        var (reach, id) = (user.Reach, request.SubscriptionId);
        var within = new { id, organisationId = reach.OrganisationId, reachId = reach.AccountId, now = clock.GetUtcNow() };
        if (await db.FirstOrDefaultAsync<Guid?>(SelectService, within, cancellationToken) is null) throw new NotFoundException();
        var rows = await db.ListAsync<IncidentRow>(Select, within, cancellationToken);
        return [.. rows.Select(row => new IncidentNotice(row.Id, reader.FactsOf(row)))];
    }
}
