using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Orders.New;

/// <summary>What will be ordered and what it costs; "Slutför beställningen".</summary>
public sealed class SummaryModel() : DraftPage(DraftStep.Summary)
{
    /// <summary>Of the draft as it was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What was shown, in 1/10 000 krona without VAT: a month, and once.</summary>
    [BindProperty]
    public long? Monthly { get; set; }

    /// <inheritdoc cref="Monthly"/>
    [BindProperty]
    public long? Once { get; set; }

    private CompleteOrderDraft Message => new(Draft, Version) { MonthlyPrice = Monthly is { } monthly ? new Money(monthly) : null, OneTimePrice = Once is { } once ? new Money(once) : null };

    public OrderQuote Quote { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => ShownAsync(async () => await ElsewhereAsync() ?? Page());

    /// <summary>The draft is not looked up first: one that has been ordered already answers as it did then.</summary>
    public Task<IActionResult> OnPostAsync() => ShownAsync(() =>
        Submit(Message, placed => Confirm(Text.Get("NewOrder.Done", placed.Number), $"/orders/{placed.Number}")));

    protected override async Task LoadAsync()
    {
        Order ??= await SendAsync(new GetOrderDraft(Draft));
        if (Order.Next < Step) throw new InvalidInputException("", "OrderStepMissing");
        await base.LoadAsync();
        Quote = await SendAsync(new PriceOrder(Order.Account!, Order.ProductId, Order.Details!));
    }

    private async Task<IActionResult> ShownAsync(Func<Task<IActionResult>> show)
    {
        try
        {
            return await show();
        }
        catch (NotFoundException)
        {
            return Confirm(Text.Get("NewOrder.Gone"), "/orders/new");
        }
        catch (InvalidInputException)
        {
            // A day has passed, a card is in use, a package is sold no more: the form says which when it is sent.
            return Confirm(Text.Get("NewOrder.LookAgain"), LinkTo(DraftStep.Details));
        }
    }
}
