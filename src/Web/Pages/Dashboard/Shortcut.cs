using Connect.Domain.Users;

namespace Connect.Web.Pages.Dashboard;

/// <summary>Something that is done often, one click from the start page.</summary>
/// <param name="Text">Key of the text.</param>
/// <param name="Link">The page where it is done.</param>
/// <param name="Icon">Name in <c>Assets/icons.json</c>.</param>
/// <param name="Right">Without it there is no shortcut.</param>
internal sealed record Shortcut(string Text, string Link, string Icon, Right Right)
{
    public static IReadOnlyList<Shortcut> All { get; } =
    [
        new("NewOrder.New", "/orders/new", "shopping-cart", Right.PlaceOrders),
        new("Bulk.Title", "/services/bulk", "list-details", Right.ManageSubscriptions),
        new("Tickets.New", "/tickets/new", "message", Right.ManageTickets),
        new("Reports.Mine", "/reports/exports", "history", Right.RunReports),
        new("Users.New", "/users/new", "user-plus", Right.ManageUsers),
    ];
}
