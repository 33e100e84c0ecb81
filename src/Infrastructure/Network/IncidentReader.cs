using System.Text.Json;
using Connect.Application.Common.Security;
using Connect.Application.Network;
using Connect.Domain.Network;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Network;

/// <summary>Reads incidents with what hangs on them. What a service is called is told to those alone who may see services.</summary>
internal sealed class IncidentReader(DbSession db, ICurrentUser user, TimeProvider clock)
{
    private const int NamedAtOnce = 3;

    private static readonly Stmt SelectUpdates = "SELECT IncidentId, At, Text FROM IncidentUpdate WHERE IncidentId IN @ids ORDER BY At DESC";
    private static readonly Stmt SelectKinds = "SELECT IncidentId, Kind AS Value FROM IncidentServiceKind WHERE IncidentId IN @ids ORDER BY Kind";
    private static readonly Stmt SelectNetworks = "SELECT IncidentId, Generation AS Value FROM IncidentMobileNetwork WHERE IncidentId IN @ids ORDER BY Generation";

    private static readonly Stmt SelectNamed = $"""
        SELECT q.IncidentId, q.Id, q.UserName
        FROM (
            SELECT x.IncidentId, s.Id, s.UserName, ROW_NUMBER() OVER (PARTITION BY x.IncidentId ORDER BY s.UserName, s.Seq) AS Place
            FROM IncidentService x JOIN Subscription s ON s.Id = x.SubscriptionId
            WHERE x.IncidentId IN @ids AND {IncidentSql.IsSeen}
        ) q
        WHERE q.Place <= @most ORDER BY q.IncidentId, q.Place
        """;

    private static readonly Stmt SelectKindsOfAll = IncidentSql.SelectKinds;
    private static readonly Stmt SelectKindsOfReach = IncidentSql.SelectKindsBelow;

    public bool SeesServices => user.Has(Right.ViewSubscriptions);

    public async Task<IReadOnlyList<IncidentLine>> FillAsync(IReadOnlyList<IncidentRow> rows, CancellationToken cancellation)
    {
        var updates = (await ChildrenAsync<UpdateRow>(SelectUpdates, rows.Where(row => row.HasUpdates), cancellation)).ToLookup(row => row.IncidentId);
        var kinds = (await ChildrenAsync<ValueRow>(SelectKinds, rows.Where(row => row.HasKinds), cancellation)).ToLookup(row => row.IncidentId, row => (SubscriptionKind)row.Value);
        var networks = (await ChildrenAsync<ValueRow>(SelectNetworks, rows.Where(row => row.HasNetworks), cancellation)).ToLookup(row => row.IncidentId, row => (MobileGeneration)row.Value);
        var named = (await NamedAsync(rows, cancellation)).ToLookup(row => row.IncidentId, row => new IncidentService(row.Id, row.UserName));
        return [.. rows.Select(row => new IncidentLine
        {
            Id = row.Id, Facts = FactsOf(row), Text = row.Text, TouchesOwn = row.IsOwn,
            Services = [.. named[row.Id].Take(NamedAtOnce)], HasMoreServices = SeesServices && row.IsOwn && (!row.HasServices || row.HasKinds || named[row.Id].Skip(NamedAtOnce).Any()),
            Kinds = [.. kinds[row.Id]], MobileNetworks = [.. networks[row.Id].Select(network => network.Name())],
            Updates = [.. updates[row.Id].Select(update => new IncidentUpdate(update.At, update.Text))], Geometry = Parsed(row.Geometry),
        })];
    }

    /// <summary>What <see cref="IncidentSql"/> asks of the reader: the reach, and the kinds of service seen in it.</summary>
    public async Task<IncidentViewer> ViewerAsync(CancellationToken cancellation)
    {
        var reach = user.Reach;
        var kinds = await db.ListAsync<SubscriptionKind>(reach.IsRoot ? SelectKindsOfAll : SelectKindsOfReach, new { organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellation);
        // None at all would be an empty list, which SQL does not have.
        return new(reach.OrganisationId, reach.AccountId, [0, .. kinds.Select(kind => (int)kind)], kinds.Any(kind => kind.HasSim()));
    }

    public IncidentFacts FactsOf(IncidentRow row)
    {
        var (time, now) = (new IncidentTime(row.Kind, row.StartsAt, row.ExpectedEndAt, row.EndedAt), clock.GetUtcNow());
        var state = time.StateAt(now);
        return new IncidentFacts
        {
            Kind = row.Kind, Severity = row.Severity, State = state, IsLate = time.IsLateAt(now), Title = row.Title, StartsAt = row.StartsAt, ExpectedEndAt = row.ExpectedEndAt,
            EndedAt = state == IncidentState.Ended ? time.OverAt : null,
        };
    }

    private async Task<IReadOnlyList<T>> ChildrenAsync<T>(Stmt select, IEnumerable<IncidentRow> of, CancellationToken cancellation)
    {
        var ids = of.Select(row => row.Id).ToArray();
        return ids.Length == 0 ? [] : await db.ListAsync<T>(select, new { ids }, cancellation);
    }

    private async Task<IReadOnlyList<NamedRow>> NamedAsync(IReadOnlyList<IncidentRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Where(row => row.HasServices && row.IsOwn).Select(row => row.Id).ToArray();
        if (ids.Length == 0 || !SeesServices) return [];
        var reach = user.Reach;
        return await db.ListAsync<NamedRow>(SelectNamed, new { ids, organisationId = reach.OrganisationId, reachId = reach.AccountId, most = NamedAtOnce + 1 }, cancellation);
    }

    private static JsonElement? Parsed(string? geometry)
    {
        if (geometry is null) return null;
        using var json = JsonDocument.Parse(geometry);
        return json.RootElement.Clone();
    }

    private sealed record UpdateRow
    {
        public Guid IncidentId { get; init; }
        public DateTimeOffset At { get; init; }
        public string Text { get; init; } = "";
    }

    private sealed record ValueRow
    {
        public Guid IncidentId { get; init; }
        public int Value { get; init; }
    }

    private sealed record NamedRow
    {
        public Guid IncidentId { get; init; }
        public Guid Id { get; init; }
        public string UserName { get; init; } = "";
    }
}

/// <summary>Whose services an incident is held against.</summary>
internal sealed record IncidentViewer(Guid OrganisationId, Guid ReachId, IReadOnlyList<int> KindsSeen, bool SeesSim)
{
    /// <summary>As <see cref="IncidentSql"/> names them.</summary>
    public Dictionary<string, object?> Parameters => new() { ["organisationId"] = OrganisationId, ["reachId"] = ReachId, ["kindsSeen"] = KindsSeen, ["seesSim"] = SeesSim ? 1 : 0 };
}

/// <summary>An incident as it is stored.</summary>
internal sealed record IncidentRow
{
    public Guid Id { get; init; }
    public IncidentKind Kind { get; init; }
    public IncidentSeverity Severity { get; init; }
    public string Title { get; init; } = "";
    public string Text { get; init; } = "";
    public DateTimeOffset StartsAt { get; init; }
    public DateTimeOffset? ExpectedEndAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public bool HasServices { get; init; }
    public bool HasKinds { get; init; }
    public bool HasNetworks { get; init; }
    public bool HasUpdates { get; init; }
    public string? Geometry { get; init; }

    /// <summary>It touches a service within the reach.</summary>
    public bool IsOwn { get; init; }
}
