using Connect.Application.Network;
using Connect.Domain.Network;

namespace Connect.Web.Components.Network;

/// <summary>What stands below a map of incidents: the marks and the kinds of area that are on it, and what has no place on it.</summary>
public sealed class IncidentLegend(IReadOnlyList<IncidentLine> incidents)
{
    private readonly IReadOnlyList<IncidentLine> _shown = [.. incidents.Where(line => line.Geometry is not null)];

    public IReadOnlyList<LegendMark> Marks =>
    [
        .. Mark(line => line.Facts is { Kind: IncidentKind.Outage, State: not IncidentState.Ended }, new("is-outage", "!", "Network.Kind.Outage")),
        .. Mark(line => line.Facts is { Kind: IncidentKind.PlannedWork, State: not IncidentState.Ended }, new("is-work", "P", "Network.Kind.PlannedWork")),
        .. Mark(line => line.Facts.State == IncidentState.Ended, new("is-ended", "✓", "Network.State.Ended")),
        .. Mark(line => line.TouchesOwn, new("is-outage is-own", "!", "Network.MapOwn")),
    ];

    /// <summary>Forms of the areas, as <see cref="IncidentWords.Area"/> names them.</summary>
    public IReadOnlyList<string> Areas => [.. _shown.Where(line => line.Geometry!.Value.GetProperty("type").GetString()!.EndsWith("Polygon", StringComparison.Ordinal)).Select(line => IncidentWords.Area(line.Facts)).Distinct()];

    /// <summary>What goes on or is planned and has no place.</summary>
    public IReadOnlyList<IncidentLine> Nowhere => [.. incidents.Where(line => line.Geometry is null && line.Facts.State != IncidentState.Ended)];

    private IEnumerable<LegendMark> Mark(Func<IncidentLine, bool> isSo, LegendMark mark) => _shown.Any(isSo) ? [mark] : [];
}

/// <param name="Form">Its classes.</param>
/// <param name="Text">Key of what it means.</param>
public sealed record LegendMark(string Form, string Sign, string Text);
