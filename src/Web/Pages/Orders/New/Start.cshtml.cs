using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Domain.Users;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Orders.New;

/// <summary>Ny beställning: which account, and what has been begun before. From an account's page the account is chosen, and the category comes first.</summary>
public sealed class StartModel : PortalPage
{
    /// <summary>Number of the account, when it is settled.</summary>
    [FromQuery(Name = "account")]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public Guid? Category { get; set; }

    /// <summary>The draft's id: sent twice, it is one.</summary>
    [BindProperty]
    public Guid RequestId { get; set; }

    /// <summary>Begun before; on the way from an account's page they are not shown.</summary>
    public IReadOnlyList<OrderDraft> Drafts { get; private set; } = [];
    public IReadOnlyList<OrderableProduct> Products { get; private set; } = [];

    public string Back => Chosen is null ? "/orders" : $"/accounts/{Uri.EscapeDataString(Chosen)}";

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Chosen is not null && Category is null) ModelState.AddModelError(nameof(Category), Text.Get("Errors.EnumValidator"));
        var number = Chosen ?? await AccountIn(Account, nameof(Account));
        var next = Chosen is null ? DraftStep.Category : DraftStep.Product;
        var draft = DraftToFill();
        var answer = await Submit(new SaveOrderDraft(draft) { Account = number ?? "", Category = Category }, _ => RedirectLocally(WizardSteps.Link(draft, next)));
        // Come back to after its order was completed: the form begins another.
        if (Response.StatusCode == StatusCodes.Status409Conflict) ModelState.Remove(nameof(RequestId));
        return answer;
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id)
    {
        await SendAsync(new DiscardOrderDraft(id));
        return Confirm(Text.Get("NewOrder.Discarded"), "/orders/new");
    }

    public static string NameOf(OrderDraft draft) => string.Join(", ", new[] { draft.ProductId is null ? Text.Get("NewOrder.Unnamed") : draft.Product, draft.Details?.UserName?.Trim(), draft.AccountName }
        .Where(part => !string.IsNullOrEmpty(part)));

    // The one of this very form, or else one that was begun and left: however often step 1 is sent, one unused draft is enough.
    private Guid DraftToFill() => Drafts.Any(draft => draft.Id == RequestId) ? RequestId : Drafts.FirstOrDefault(draft => draft.IsUnused)?.Id ?? RequestId;

    protected override async Task LoadAsync()
    {
        Require(Right.PlaceOrders);
        Products = await SendAsync(new ListOrderableProducts());
        Drafts = await SendAsync(new ListOrderDrafts());
        ViewData["Title"] = Text.Get("NewOrder.Title");
        ViewData["PageClass"] = "is-narrow";
        ViewData["Crumbs"] = new Crumb[] { new("/orders", Text.Get("Orders.Title")) };
        if (Chosen is null) return;
        var account = (await SendAsync(new PickAccounts(Chosen))).Hits.FirstOrDefault(hit => hit.Number == Chosen) ?? throw new NotFoundException();
        ViewData["Subtitle"] = $"{account.DisplayName} ({account.Number})";
    }
}
