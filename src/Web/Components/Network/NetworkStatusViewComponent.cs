using Connect.Application.Network;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Components.Network;

/// <summary>DASH-2 and 3: Driftinformation and Mobilnätet, with the view that the address asks for.</summary>
public sealed class NetworkStatusViewComponent(IMediator mediator, MobileQuestion question) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string path, bool isCompact)
    {
        var view = NetworkFace.ViewOf(Request.Query["view"]);
        var mobile = view == NetworkView.Mobile ? await question.AnswerAsync(Request.Query, path, HttpContext.RequestAborted) : null;
        var incidents = await mediator.Send(new ListIncidents(mobile?.Generation), HttpContext.RequestAborted);
        return View("/Components/Network/_Network.cshtml", new NetworkFace(view, path, isCompact, incidents, mobile));
    }
}
