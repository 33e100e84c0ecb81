using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Domain.Orders;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Orders;

/// <summary>Calls off an order that nobody has begun.</summary>
public sealed class CancelModel(ICurrentUser user) : OrderPage(user)
{
    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(new CancelOrder(Number), state => Confirm(Text.Get(state == OrderState.Cancelled ? "Orders.Cancelled" : "Orders.CancelAsked", Number), Link));
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (!MayCancel) throw new ForbiddenException();
        ViewData["Subtitle"] = What;
        ViewData["Crumbs"] = Crumbs.Append(new Crumb(Link, Number)).ToArray();
    }
}
