using Connect.Application.Common.Texts;
using Connect.Application.Dashboard;
using Connect.Domain.Users;
using Connect.Web.Shell;
using MediatR;
using Words = Connect.Application.Common.Texts.Text;

namespace Connect.Web.Pages.Orders;

internal sealed class OrdersMenu() : MenuEntry(40, "Orders.Menu", "/orders", "package", Right.PlaceOrders);

/// <summary>Leads to the orders that are received or being carried out, and says when the next of them is expected.</summary>
internal sealed class OpenOrdersTile() : StartTile(20, "Dashboard.OpenOrders", "/orders?f.state=received,processing", "package", "info", Right.PlaceOrders)
{
    public override async Task<TileFigure> ShowAsync(IMediator mediator, CancellationToken cancellation)
    {
        var open = await mediator.Send(new SumOpenOrders(), cancellation);
        string?[] notes = [open.Late > 0 ? Words.Get("Dashboard.LateDeliveries", Format.Number(open.Late)) : null, open.NextExpectedOn is { } day ? Words.Get("Dashboard.NextDelivery", Format.Day(day)) : null];
        return new(open.Count, string.Join(". ", notes.OfType<string>()) is { Length: > 0 } note ? note : null, Warns: open.Late > 0, open.Late > 0 ? "/orders?sort=expected&f.state=received,processing" : null);
    }
}
