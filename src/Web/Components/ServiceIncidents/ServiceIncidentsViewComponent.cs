using Connect.Application.Network;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Components.ServiceIncidents;

/// <summary>DASH-2: what goes on or is planned that touches a service, a note each; nothing when there is none.</summary>
public sealed class ServiceIncidentsViewComponent(IMediator mediator) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid subscriptionId) =>
        View("/Components/ServiceIncidents/ServiceIncidents.cshtml", await mediator.Send(new ListServiceIncidents(subscriptionId), HttpContext.RequestAborted));
}
