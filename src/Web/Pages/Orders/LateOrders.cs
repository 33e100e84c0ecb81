using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Web.Components.List;

namespace Connect.Web.Pages.Orders;

/// <summary>Marks the orders of a list that should have been done by now.</summary>
internal static class LateOrders
{
    public static ListRowMore Mark(OrderRow row, DateOnly today) =>
        ListRowMore.Marked(row.IsLateOn(today) ? new("expected", "clock", Text.Get("Orders.Late")) : null);
}
