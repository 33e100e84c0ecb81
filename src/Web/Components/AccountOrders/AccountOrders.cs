using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.Web.Components.Account;
using Connect.Web.Components.List;
using Connect.Web.Pages.Accounts;
using Connect.Web.Pages.Orders;
using MediatR;

namespace Connect.Web.Components.AccountOrders;

internal sealed class OrdersTab() : AccountTab(30, "orders", "Orders.Menu", Right.PlaceOrders, typeof(AccountOrdersViewComponent), ListOrders.Columns);

/// <summary>The orders list as a tab of an account's page, with the choice of reach.</summary>
public sealed class AccountOrdersViewComponent(IMediator mediator, ICurrentUser user, TimeProvider clock) : AccountListViewComponent("orders", ListOrders.Columns, mediator, user)
{
    protected override async Task<ListView> ListAsync(AccountListRequest asked) =>
        ListView.Of(ListOrders.Columns, asked.Request, await SendAsync(new ListOrders(asked.Narrowed)), asked.Path, Text.Get("Orders.Title"), row => $"/orders/{row.Number}",
            ("package", Text.Get("Accounts.Orders.Empty")), exportPath: "/reports/lists/orders", kept: asked.Kept, within: asked.Within, more: row => LateOrders.Mark(row, clock.Today()));
}
