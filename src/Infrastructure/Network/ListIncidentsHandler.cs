using Connect.Application.Network;
using Connect.Domain.Network;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Network;

internal sealed class ListIncidentsHandler(DbSession db, IncidentReader reader, TimeProvider clock) : IRequestHandler<ListIncidents, IReadOnlyList<IncidentLine>>
{
    /// <summary>Nobody reads more. What touches the reader's own and what goes on is not left out for what is planned or over.</summary>
    private const int Most = 200;

    /// <summary>As far as what is told of a point is taken to reach.</summary>
    private const double NearKilometres = 10;

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
        var rows = await db.ListAsync<IncidentRow>(Select, new Dictionary<string, object?>(viewer.Parameters)
        {
            ["now"] = now, ["since"] = now - IncidentTime.ToldAfterwards, ["onlyMobile"] = request.OnlyMobile ? 1 : 0, ["network"] = (int?)request.Network ?? 0, ["take"] = Most,
        }, cancellationToken);
        var told = request.At is { } at ? [.. rows.Where(row => Covers(row, at))] : rows;
        return [.. (await reader.FillAsync(told, cancellationToken)).OrderBy(Place).ThenByDescending(line => line.Facts.Severity).ThenBy(When)];
    }

    private static bool Covers(IncidentRow row, GeoPoint at)
    {
        if (row.Geometry is null) return row.HasNetworks;
        var shape = GeoJson.Parse(row.Geometry);
        return shape.Contains(at) || shape.Points.Any(point => Localities.Kilometres(point, at) <= NearKilometres);
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
