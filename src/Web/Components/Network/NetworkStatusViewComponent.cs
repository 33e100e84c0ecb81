using Connect.Application.Network;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Components.Network;

/// <summary>DASH-2: Driftinformation, with the view that the address asks for.</summary>
public sealed class NetworkStatusViewComponent(IMediator mediator) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string path, bool isCompact)
    {
        var view = NetworkFace.ViewOf(Request.Query["view"]);
        var incidents = await mediator.Send(new ListIncidents(), HttpContext.RequestAborted);
        return View("/Components/Network/_Network.cshtml", new NetworkFace(view, path, isCompact, incidents));
    }
}
