using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Network;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Network;

internal sealed class GetIncidentHandler(DbSession db, IncidentReader reader, ICurrentUser user) : IRequestHandler<GetIncident, IncidentDetail>
{
    private static readonly Stmt Select = $"""
        SELECT {IncidentSql.Columns}, CASE WHEN {IncidentSql.NamesSeen} OR {IncidentSql.KindSeen} THEN 1 ELSE 0 END AS IsOwn
        FROM Incident i WHERE i.Id = @id AND {IncidentSql.IsTold}
        """;

    private static readonly Stmt Count = $"""
        SELECT COUNT(*) FROM Incident i CROSS JOIN Subscription s WHERE i.Id = @id AND {IncidentSql.IsSeen} AND {IncidentSql.Touches}
        """;

    private static readonly Stmt SelectServices = Stmt.Page($"""
        SELECT s.Id, s.UserName AS Name FROM Incident i CROSS JOIN Subscription s WHERE i.Id = @id AND {IncidentSql.IsSeen} AND {IncidentSql.Touches} ORDER BY s.UserName, s.Seq
        """);

    public async Task<IncidentDetail> Handle(GetIncident request, CancellationToken cancellationToken)
    {
        var (reach, id) = (user.Reach, request.Id);
        var within = new { id, organisationId = reach.OrganisationId, reachId = reach.AccountId };
        var viewer = await reader.ViewerAsync(cancellationToken);
        var row = await db.FirstOrDefaultAsync<IncidentRow>(Select, new Dictionary<string, object?>(viewer.Parameters) { ["id"] = id }, cancellationToken)
            ?? throw new NotFoundException();
        var line = (await reader.FillAsync([row], cancellationToken))[0];
        if (!reader.SeesServices) return new(line, [], null);
        if (!row.IsOwn) return new(line, [], 0);
        var count = await db.FirstOrDefaultAsync<int>(Count, within, cancellationToken);
        var last = Math.Max(0, (count - 1) / GetIncident.AtOnce);
        var skip = Math.Clamp(request.Page - 1, 0, last) * GetIncident.AtOnce;
        var services = await db.ListAsync<ServiceRow>(SelectServices, new { within.id, within.organisationId, within.reachId, skip, take = GetIncident.AtOnce }, cancellationToken);
        return new(line, [.. services.Select(service => new IncidentService(service.Id, service.Name))], count);
    }

    private sealed record ServiceRow
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
    }
}
