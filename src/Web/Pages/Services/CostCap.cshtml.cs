using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Kreditspärr: an amount a month.</summary>
public sealed class CostCapModel : ServicePage
{
    [BindProperty]
    public int? Kronor { get; set; }

    /// <summary>The amount that is confirmed though the month has cost as much already.</summary>
    [BindProperty]
    public int? Confirmed { get; set; }

    public CostCapView View { get; private set; } = null!;

    /// <summary>What was typed bars at once, which is told before it is done.</summary>
    public bool IsReached { get; private set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Kronor = (int?)View.Amount?.Kronor;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Kronor is null)
        {
            ModelState[nameof(Kronor)]?.Errors.Clear(); // what the binder says of a number tells no amount
            ModelState.AddModelError(nameof(Kronor), Text.Get("Errors.CostCapAmount"));
        }

        var amount = Money.FromKronor(Kronor ?? 0);
        IsReached = Kronor > 0 && Kronor != Confirmed && !View.IsBarring && amount <= View.Charged;
        if (IsReached) return Page();
        return await Submit(new SetCostCap(Id, Kronor), _ => Confirm(Text.Get("CostCap.Done", Format.Money(amount)), Link, new("barrings", Text.Get("CostCap.ToBarrings"))));
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await LoadAsync();
        return await Submit(new SetCostCap(Id, null), _ => Confirm(Text.Get("CostCap.Removed"), Link));
    }

    protected override async Task LoadAsync()
    {
        Require(Right.ManageSubscriptions);
        View = await SendAsync(new GetCostCap(Id));
        About("CostCap.Title", View.UserName, View.PhoneNumber);
    }
}
