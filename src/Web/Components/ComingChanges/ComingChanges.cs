using Connect.Application.Orders;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Components.ComingChanges;

/// <summary>What is ordered for a service and not carried out yet; nothing when there is none.</summary>
public sealed class ComingChangesViewComponent(IMediator mediator) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid subscriptionId)
    {
        ViewData["SubscriptionId"] = subscriptionId;
        return View("/Components/ComingChanges/ComingChanges.cshtml", await mediator.Send(new ListComingChanges(subscriptionId), HttpContext.RequestAborted));
    }
}
