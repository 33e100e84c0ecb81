using Connect.Application.Network;
using Connect.Domain.Network;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Network;

internal sealed class ListIncidentsHandler(DbSession db, IncidentReader reader, TimeProvider clock) : IRequestHandler<ListIncidents, IReadOnlyList<IncidentLine>>
{
    /// <summary>Nobody reads more. What touches the reader's own and what goes on is not left out for what is planned or over.</summary>
    private const int Most = 200;

    private static readonly Stmt Select = Stmt.Top($"""
        SELECT {IncidentSql.Columns}, CASE WHEN {IncidentSql.NamesSeen} OR {IncidentSql.KindSeen} THEN 1 ELSE 0 END AS IsOwn
        FROM Incident i
        WHERE (i.OverAt IS NULL OR i.OverAt > @since) AND {IncidentSql.IsTold}
        AND (@onlyMobile = 0 OR i.HasNetworks = 1)
        AND (@network = 0 OR EXISTS (SELECT 1 FROM IncidentMobileNetwork n WHERE n.IncidentId = i.Id AND n.Generation = @network))
        ORDER BY CASE WHEN i.OverAt <= @now THEN 1 ELSE 0 END, IsOwn DESC, CASE WHEN i.StartsAt > @now THEN 1 ELSE 0 END, i.StartsAt DESC, i.Seq DESC
        """);

    public async Task<IReadOnlyList<IncidentLine>> Handle(ListIncidents request, CancellationToken cancellationToken)
    {
        var (viewer, now) = (await reader.ViewerAsync(cancellationToken), clock.GetUtcNow());
        var rows = await db.ListAsync<IncidentRow>(Select, new
        {
            organisationId = viewer.OrganisationId, reachId = viewer.ReachId, kindsSeen = viewer.KindsSeen, seesSim = viewer.SeesSim ? 1 : 0, now, since = now - IncidentTime.ToldAfterwards,
            onlyMobile = request.OnlyMobile ? 1 : 0, network = (int?)request.Network ?? 0, take = Most,
        }, cancellationToken);
        return [.. (await reader.FillAsync(rows, cancellationToken)).OrderBy(Place).ThenByDescending(line => line.Facts.Severity).ThenBy(When)];
    }

    // What goes on and is over: the newest first; what is planned: the next first.
    private static long When(IncidentLine line) => line.Facts.State == IncidentState.Planned ? line.Facts.StartsAt.UtcTicks : -line.Facts.StartsAt.UtcTicks;

    // What is over comes last, also when it touched the reader's own.
    private static int Place(IncidentLine line) => (line.Facts.State, line.TouchesOwn) switch
    {
        (IncidentState.Current, true) => 0,
        (IncidentState.Planned, true) => 1,
        (IncidentState.Current, false) => 2,
        (IncidentState.Planned, false) => 3,
        (_, true) => 4,
        _ => 5,
    };
}
