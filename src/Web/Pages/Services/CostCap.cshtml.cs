using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Kreditspärr: an amount a month.</summary>
public sealed class CostCapModel : ServicePage
{
    [BindProperty]
    public int? Kronor { get; set; }

    public CostCapView View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Kronor = (int?)View.Amount?.Kronor;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Kronor is null && ModelState.IsValid) ModelState.AddModelError(nameof(Kronor), Text.Get("Errors.CostCapAmount"));
        return await Submit(new SetCostCap(Id, Kronor), _ => Confirm(Text.Get("CostCap.Done", Format.Money(Connect.Domain.Common.Money.FromKronor(Kronor!.Value))), Link, new("barrings", Text.Get("CostCap.ToBarrings"))));
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
