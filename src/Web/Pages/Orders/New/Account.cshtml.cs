using Connect.Application.Accounts;
using Connect.Application.Orders;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Orders.New;

/// <summary>The account that an order which has been begun is for.</summary>
public sealed class AccountModel() : DraftPage(DraftStep.Account)
{
    [BindProperty]
    public string? Account { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere) return elsewhere;
        Account = Order.Account is { } number ? PickAccounts.Written(number, Order.AccountName!) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere) return elsewhere;
        return await NextAsync(new SaveOrderDraft(Draft) { Account = await AccountIn(Account, nameof(Account)) ?? "" }, DraftStep.Category);
    }

    protected override Task LoadAsync()
    {
        ViewData["PageClass"] = "is-narrow";
        return base.LoadAsync();
    }
}
