using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Orders;

/// <summary>The orders within reach.</summary>
public sealed class IndexModel : PortalPage
{
    private const string Here = "/orders";

    public ListView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var request = ListRequest.Parse(Request.ListQuery(), ListOrders.Columns);
        if (request.CameFromForm && !IsFragment) return Redirect(Here + request.ToQueryString());
        var page = await SendAsync(new ListOrders(request));
        List = ListView.Of(ListOrders.Columns, request, page, Here, Text.Get("Orders.Title"), row => $"{Here}/{row.Number}", ("package", Text.Get("Orders.Empty")),
            exportPath: "/reports/lists/orders");
        if (!IsFragment) return Page();
        Response.Headers["HX-Push-Url"] = Here + request.ToQueryString();
        return Partial("/Components/List/_List.cshtml", List);
    }
}
