using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Domain.Users;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Orders.New;

/// <summary>A step of an order that is being filled in, at an address of its own. Whoever comes to it too early is led to the first step that is missing.</summary>
public abstract class DraftPage(DraftStep step) : PortalPage
{
    [FromRoute]
    public Guid Draft { get; set; }

    /// <summary>As it has been filled in so far.</summary>
    public OrderDraft Order { get; protected set; } = null!;

    public DraftStep Step => step;

    public WizardSteps Steps => new(step, Order);

    public string LinkTo(DraftStep to) => WizardSteps.Link(Draft, to);

    /// <summary>Where to go instead; null when this step can be taken.</summary>
    protected async Task<IActionResult?> ElsewhereAsync()
    {
        Require(Right.PlaceOrders);
        // What has been ordered or thrown away, what never was and what is another's answer alike.
        if (await FindAsync(new GetOrderDraft(Draft)) is not { } order) return Confirm(Text.Get("NewOrder.Gone"), "/orders/new");
        Order = order;
        if (order.Next < step) return RedirectLocally(LinkTo(order.Next));
        await LoadAsync();
        return null;
    }

    protected override Task LoadAsync()
    {
        ViewData["Title"] = Text.Get("NewOrder.Title");
        ViewData["Subtitle"] = string.Join(" · ", new[] { Order.AccountName is { } name ? $"{name} ({Order.Account})" : null, step > DraftStep.Product ? Order.Product : null }.OfType<string>());
        ViewData["Crumbs"] = new Crumb[] { new("/orders", Text.Get("Orders.Title")) };
        return Task.CompletedTask;
    }

    /// <summary>Keeps what was chosen and goes on.</summary>
    protected Task<IActionResult> NextAsync(SaveOrderDraft chosen, DraftStep next) => Submit(chosen, _ => RedirectLocally(LinkTo(next)));
}

/// <summary>The steps above the form.</summary>
/// <param name="Current">The one that is shown.</param>
/// <param name="Order">Null before it is begun.</param>
public sealed record WizardSteps(DraftStep Current, OrderDraft? Order)
{
    public static readonly IReadOnlyList<DraftStep> All = Enum.GetValues<DraftStep>();

    public static string Link(Guid draft, DraftStep step) => $"/orders/new/{draft}/{step switch
    {
        DraftStep.Account => "account",
        DraftStep.Category => "category",
        DraftStep.Product => "product",
        DraftStep.Details => "details",
        _ => "summary",
    }}";

    /// <summary>Where it is; null for steps that are still to come, and the one that is shown.</summary>
    public string? LinkTo(DraftStep step) => Order is not null && step != Current && step <= Order.Next ? Link(Order.Id, step) : null;

    public bool IsDone(DraftStep step) => Order is not null && step < Order.Next && step != Current;
}
