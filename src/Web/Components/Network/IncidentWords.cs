using System.Text.Json;
using System.Text.Json.Serialization;
using Connect.Application.Common.Texts;
using Connect.Application.Network;
using Connect.Domain.Network;

namespace Connect.Web.Components.Network;

/// <summary>What pages say of incidents.</summary>
public static class IncidentWords
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Link(Guid id) => $"/network/incidents/{id}";

    public static string Tone(IncidentFacts facts) => facts switch
    {
        { State: IncidentState.Ended } => "",
        { State: IncidentState.Planned } => "is-info",
        { Severity: IncidentSeverity.Critical } => "is-bad",
        { Severity: IncidentSeverity.Major } => "is-warn",
        _ => "is-info",
    };

    /// <summary>The form of its area on a map.</summary>
    public static string Area(IncidentFacts facts) => facts switch
    {
        { State: IncidentState.Ended } => "Ended",
        { Kind: IncidentKind.PlannedWork } => "Work",
        _ => facts.Severity.ToString(),
    };

    public static string Icon(IncidentFacts facts) => facts.Kind == IncidentKind.PlannedWork ? "tool" : "alert-triangle";

    public static string State(IncidentFacts facts) => Text.Get($"Network.State.{facts.State}");

    public static string Kind(IncidentFacts facts) => Text.Get($"Network.Kind.{facts.Kind}");

    /// <summary>What it is and how it stands; of planned work that it is planned goes without saying.</summary>
    public static string Mark(IncidentFacts facts) =>
        facts is { Kind: IncidentKind.PlannedWork, State: IncidentState.Planned } ? Kind(facts) : $"{Kind(facts)}, {State(facts).ToLower(Text.Reader)}";

    public static string Severity(IncidentFacts facts) => Text.Get($"Network.Severity.{facts.Severity}");

    public static string Start(IncidentFacts facts) => Text.Get(facts.State == IncidentState.Planned ? "Network.Starts" : "Network.Started");

    /// <summary>When it should be over, or that nobody knows.</summary>
    public static string ExpectedEnd(IncidentFacts facts) => facts.ExpectedEndAt is { } end ? Format.Instant(end) : Text.Get("Network.ExpectedUnknown");

    /// <summary>What it touches, a phrase each.</summary>
    public static IEnumerable<string> Touched(IncidentLine line)
    {
        if (line.MobileNetworks.Count > 0) yield return Text.Get("Network.MobileNetworks", string.Join(", ", line.MobileNetworks));
        foreach (var kind in line.Kinds)
        {
            var name = Text.Get($"Services.Kind.{kind}");
            yield return line.Geometry is null ? name : Text.Get("Network.InArea", name);
        }
    }

    /// <summary>Those that have a place, for the map's script.</summary>
    public static string ForMap(IEnumerable<IncidentLine> incidents) => JsonSerializer.Serialize(incidents.Where(line => line.Geometry is not null).Select(line => new
    {
        title = line.Facts.Title,
        link = Link(line.Id),
        kind = line.Facts.Kind == IncidentKind.PlannedWork ? "work" : "outage",
        state = line.Facts.State.ToString().ToLowerInvariant(),
        area = Area(line.Facts).ToLowerInvariant(),
        own = line.TouchesOwn,
        lines = Lines(line),
        geometry = line.Geometry,
    }), Json);

    private static List<string> Lines(IncidentLine line)
    {
        var facts = line.Facts;
        var end = facts.EndedAt is { } ended ? $"{Text.Get("Network.Ended")} {Format.Instant(ended)}" : $"{Text.Get("Network.ExpectedEnd")}: {ExpectedEnd(facts)}";
        List<string> lines = [$"{Mark(facts)} · {Severity(facts)}", $"{Start(facts)} {Format.Instant(facts.StartsAt)}", end, .. Touched(line)];
        if (line.TouchesOwn) lines.Insert(0, Text.Get("Network.Own"));
        return lines;
    }
}
