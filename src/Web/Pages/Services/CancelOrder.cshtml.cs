using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Users;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Calls off a coming change of a service.</summary>
public sealed class CancelOrderModel : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Number { get; set; } = "";

    public OrderView Order { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(new CancelOrder(Number), state =>
            Confirm(Text.Get(state == OrderState.Cancelled ? "ReplaceSim.Cancelled" : "ReplaceSim.CancelAsked", Number), $"/services/{Id}"));
    }

    protected override async Task LoadAsync()
    {
        Require(Right.ManageSubscriptions);
        Order = await SendAsync(new GetOrder(Number));
        var list = new Crumb("/services", Text.Get("Services.Title"));
        // The service may have been moved out of the reach since; the order stays with its account.
        ViewData["Crumbs"] = await FindAsync(new GetSubscription(Id)) is { } service ? [list, new($"/services/{Id}", service.Facts.UserName)] : new[] { list };
    }
}
