using Connect.Domain.Network;
using Connect.Domain.Subscriptions;

namespace Connect.TestKit;

public sealed partial class World
{
    /// <summary>An outage that goes on, unless told otherwise. What names services and nothing else is told to those alone who see one of them.</summary>
    /// <param name="starts">Hours from <see cref="Now"/>, as the others.</param>
    public async Task<Guid> IncidentAsync(string title = "Fiberavbrott", IncidentKind kind = IncidentKind.Outage, IncidentSeverity severity = IncidentSeverity.Major,
        double starts = -2, double? expected = null, double? ended = null, string? geometry = null, IReadOnlyList<Guid>? services = null, IReadOnlyList<SubscriptionKind>? kinds = null,
        IReadOnlyList<string>? towns = null, IReadOnlyList<MobileGeneration>? networks = null, IReadOnlyList<string>? updates = null, bool isPrivate = false, string? text = null, DateTimeOffset? now = null)
    {
        var (id, number, from) = (Guid.CreateVersion7(), Next(), now ?? Now);
        DateTimeOffset? At(double? hours) => hours is { } given ? from.AddHours(given) : null;
        var (any, isOpen) = (services?.Count > 0, kinds?.Count > 0 || networks?.Count > 0 || geometry is not null || services is null);
        await InsertAsync("Incident", ("Id", id), ("ExternalId", $"D{number}"), ("Kind", kind), ("Severity", severity), ("Title", title), ("Text", text ?? $"{title}, text"), ("StartsAt", At(starts)!.Value),
            ("ExpectedEndAt", At(expected)), ("EndedAt", At(ended)), ("OverAt", At(ended) ?? (kind == IncidentKind.PlannedWork ? At(expected) : null)), ("IsPrivate", isPrivate), ("IsOpen", isOpen && !isPrivate),
            ("HasServices", any), ("HasKinds", kinds?.Count > 0), ("HasNetworks", networks?.Count > 0), ("HasUpdates", updates?.Count > 0), ("Geometry", geometry), ("Version", 1));
        foreach (var service in services ?? []) await InsertAsync("IncidentService", ("IncidentId", id), ("SubscriptionId", service));
        foreach (var one in kinds ?? []) await InsertAsync("IncidentServiceKind", ("IncidentId", id), ("Kind", one));
        foreach (var town in towns ?? []) await InsertAsync("IncidentTown", ("IncidentId", id), ("Name", town));
        foreach (var network in networks ?? []) await InsertAsync("IncidentMobileNetwork", ("IncidentId", id), ("Generation", network));
        foreach (var (update, i) in (updates ?? []).Select((update, i) => (update, i))) await InsertAsync("IncidentUpdate", ("IncidentId", id), ("At", from.AddMinutes(i - 60)), ("Text", update));
        return id;
    }

    /// <summary>The box as an area of coverage, and what maps show of the network.</summary>
    public async Task CoverageAsync(MobileGeneration generation, CoverageLevel level, string layer, int west, int south, int east, int north)
    {
        const int millionths = 1_000_000;
        var geometry = $$"""{"type":"Polygon","coordinates":[[[{{west}},{{south}}],[{{east}},{{south}}],[{{east}},{{north}}],[{{west}},{{north}}],[{{west}},{{south}}]]]}""";
        await InsertAsync("CoverageArea", ("Id", Guid.CreateVersion7()), ("ExternalId", $"C{Next()}"), ("Generation", generation), ("Level", level), ("West", west * millionths), ("South", south * millionths),
            ("East", east * millionths), ("North", north * millionths), ("Geometry", geometry), ("Version", 1));
        await InsertAsync("CoverageLayer", ("Generation", generation), ("Content", layer), ("ContentHash", $"hash-{generation}"), ("MadeAt", Now));
    }
}
