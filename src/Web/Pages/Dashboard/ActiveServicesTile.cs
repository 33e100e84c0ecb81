using Connect.Application.Dashboard;
using Connect.Domain.Users;
using Connect.Web.Shell;
using MediatR;

namespace Connect.Web.Pages.Dashboard;

/// <summary>Leads to the services list as it comes: preset to what counts as active.</summary>
internal sealed class ActiveServicesTile() : StartTile(10, "Dashboard.ActiveServices", "/services", "device-mobile", "ok", Right.ViewSubscriptions)
{
    public override IRequest<int> Count => new CountActiveSubscriptions();
}
