using Connect.Application.Dashboard;
using Connect.Domain.Users;
using Connect.Web.Shell;
using MediatR;

namespace Connect.Web.Pages.Orders;

internal sealed class OrdersMenu() : MenuEntry(40, "Orders.Menu", "/orders", "package", Right.PlaceOrders);

/// <summary>Leads to the orders that are received or being carried out.</summary>
internal sealed class OpenOrdersTile() : StartTile(20, "Dashboard.OpenOrders", "/orders?f.state=received,processing", "package", "info", Right.PlaceOrders)
{
    public override IRequest<int> Count => new CountOpenOrders();
}
