using Connect.Web.Infrastructure;

namespace Connect.Web.Pages.Network;

/// <summary>DASH-2: Driftinformation, large; the component reads what it shows.</summary>
public sealed class IndexModel : PortalPage;
