using System.Globalization;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Kreditspärr: an amount a month.</summary>
public sealed class CostCapModel : ServicePage
{
    /// <summary>As it is typed: spaces may part the thousands.</summary>
    [BindProperty]
    public string? Kronor { get; set; }

    /// <summary>The amount that is confirmed though the month has cost as much already.</summary>
    [BindProperty]
    public int? Confirmed { get; set; }

    public CostCapView View { get; private set; } = null!;

    /// <summary>What was typed bars at once, which is told before it is done.</summary>
    public bool IsReached { get; private set; }

    /// <summary>Null where it is no whole number.</summary>
    public int? Amount => int.TryParse(string.Concat((Kronor ?? "").Where(sign => !char.IsWhiteSpace(sign))), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Kronor = View.Amount?.Kronor.ToString("0", CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Amount is null) ModelState.AddModelError(nameof(Kronor), Text.Get("Errors.CostCapAmount"));
        var amount = Money.FromKronor(Amount ?? 0);
        IsReached = Amount > 0 && Amount != Confirmed && !View.IsBarring && amount <= View.Charged;
        if (IsReached) return Page();
        return await Submit(new SetCostCap(Id, Amount), _ => Confirm(Text.Get(Done(amount), Format.Money(amount)), Link, new("barrings", Text.Get("CostCap.ToBarrings"))));
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await LoadAsync();
        return await Submit(new SetCostCap(Id, null), _ => Confirm(Text.Get(View.Bars.Count > 0 ? "CostCap.RemovedLifted" : "CostCap.Removed"), Link, new("barrings", Text.Get("CostCap.ToBarrings"))));
    }

    // What becomes of barrings by it is told too.
    private string Done(Money amount) => (View.IsBarring, amount <= View.Charged) switch
    {
        (true, true) => "CostCap.DoneStill",
        (true, false) when View.Bars.Count > 0 => "CostCap.DoneLifted",
        (false, true) => "CostCap.DoneReached",
        _ => "CostCap.Done",
    };

    protected override async Task LoadAsync()
    {
        Require(Right.ManageSubscriptions);
        View = await SendAsync(new GetCostCap(Id));
        About("CostCap.Title", View.UserName, View.PhoneNumber);
    }
}
