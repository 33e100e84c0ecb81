using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Orders;

/// <summary>The orders within reach.</summary>
public sealed class IndexModel(TimeProvider clock) : PortalListPage(ListOrders.Columns, "/orders")
{
    public Task<IActionResult> OnGetAsync() => ShowListAsync();

    protected override async Task<ListView> ReadAsync(ListRequest asked) =>
        ListView.Of(ListOrders.Columns, asked, await SendAsync(new ListOrders(asked)), Here, Text.Get("Orders.Title"), row => $"{Here}/{row.Number}", ("package", Text.Get("Orders.Empty")),
            exportPath: "/reports/lists/orders", more: row => LateOrders.Mark(row, clock.Today()));
}
