using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Domain.Orders;
using Connect.Domain.Users;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Orders;

/// <summary>A page about one order.</summary>
public abstract class OrderPage(ICurrentUser user) : PortalPage
{
    [FromRoute]
    public string Number { get; set; } = "";

    public OrderView Order { get; private set; } = null!;

    /// <summary>The order's own page.</summary>
    public string Link => $"/orders/{Uri.EscapeDataString(Number)}";

    /// <summary>Whoever may order such a thing may call it off.</summary>
    public bool MayCancel => user.Has(CancelOrder.RightFor(Order.Type));

    /// <summary>Its type, and whose service it is about.</summary>
    protected string What => string.Join(" · ", new[] { Text.Get($"Orders.Type.{Order.Type}"), Order.Service ?? (Order.Lines is [{ Detail: LoadedDetail loaded }, ..] ? loaded.Description : null) }
        .Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>The list that the order stands in: that of orders, or for who has none, the service.</summary>
    protected Crumb[] Crumbs => user.Has(Right.PlaceOrders) ? [new("/orders", Text.Get("Orders.Title"))]
        : Order.SubscriptionId is { } service && user.Has(Right.ViewSubscriptions) ? [new("/services", Text.Get("Services.Title")), new($"/services/{service}", Order.Service!)]
        : [];

    protected override async Task LoadAsync() => Order = await SendAsync(new GetOrder(Number));
}
