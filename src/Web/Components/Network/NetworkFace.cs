using Connect.Application.Common.Texts;
using Connect.Application.Network;
using Connect.Domain.Network;

namespace Connect.Web.Components.Network;

/// <summary>The ways that Driftinformation is shown.</summary>
public enum NetworkView
{
    /// <summary>Lista.</summary>
    List,

    /// <summary>Karta.</summary>
    Map,

    /// <summary>Mobilnätet.</summary>
    Mobile,
}

/// <summary>Driftinformation as it is shown on the start page, and large on a page of its own.</summary>
/// <param name="Path">The page that it stands on.</param>
/// <param name="Mobile">With the view Mobilnätet alone.</param>
public sealed record NetworkFace(NetworkView View, string Path, bool IsCompact, IReadOnlyList<IncidentLine> Incidents, MobileFace? Mobile = null)
{
    private const int MostOnStart = 5;

    /// <summary>What goes on and what is planned that touches the reader's own services.</summary>
    public IReadOnlyList<IncidentLine> Own => [.. Open.Where(line => line.TouchesOwn)];

    /// <summary>What goes on and what is planned elsewhere.</summary>
    public IReadOnlyList<IncidentLine> Others => [.. Open.Where(line => !line.TouchesOwn)];

    public IReadOnlyList<IncidentLine> Over => [.. Incidents.Where(line => line.Facts.State == IncidentState.Ended)];

    /// <summary>Those that the start page has room for.</summary>
    public IReadOnlyList<IncidentLine> First => [.. Open.Take(MostOnStart)];

    public int OpenCount => Open.Count;

    public string Count => Text.Get("Network.Count", Open.Count(line => line.Facts.State == IncidentState.Current), Open.Count(line => line.Facts.State == IncidentState.Planned));

    /// <summary>What goes on and what is planned.</summary>
    public IReadOnlyList<IncidentLine> Open => [.. Incidents.Where(line => line.Facts.State != IncidentState.Ended)];

    /// <summary>The same view, large.</summary>
    public string Large => Mobile is { } mobile ? (mobile with { Path = "/network" }).Link(mobile.Generation) : $"/network?view={KeyOf(View)}";

    /// <summary>The same page with another view.</summary>
    public string Link(NetworkView view) => $"{Path}?view={KeyOf(view)}#network";

    public static string KeyOf(NetworkView view) => view.ToString().ToLowerInvariant();

    /// <summary>What an address asks for; the list for anything else.</summary>
    public static NetworkView ViewOf(string? key) => Enum.GetValues<NetworkView>().FirstOrDefault(view => KeyOf(view) == key);
}
