using Connect.Application.Common.Texts;
using Connect.Application.Network;
using Connect.Domain.Subscriptions;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;

namespace Connect.Web.Pages.Network;

/// <summary>DASH-2: one incident, with those of the user's services that it touches.</summary>
public sealed class IncidentModel : PortalPage
{
    public IncidentDetail Detail { get; private set; } = null!;
    public IncidentLine Line => Detail.Incident;
    public int PageNumber { get; private set; } = 1;
    public int PageCount => Math.Max(1, ((Detail.ServiceCount ?? 0) + GetIncident.AtOnce - 1) / GetIncident.AtOnce);

    /// <summary>Where a card is nobody knows: that none of the user's own is touched cannot be said.</summary>
    public bool IsOfMobilesInArea => Line.Geometry is not null && (Line.MobileNetworks.Count > 0 || Line.Kinds.Any(kind => kind.HasSim()));

    public async Task OnGetAsync(Guid id)
    {
        _ = int.TryParse(Request.Query["page"], out var asked);
        Detail = await SendAsync(new GetIncident(id, asked));
        PageNumber = Math.Clamp(asked, 1, PageCount);
        ViewData["Title"] = Line.Facts.Title;
        ViewData["Crumbs"] = new Crumb[] { new("/network", Text.Get("Network.Title")) };
    }
}
