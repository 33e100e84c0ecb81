using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Mobilspärrar: choose some, see what it will do, confirm.</summary>
public sealed class BarringsModel : ServicePage
{
    [BindProperty(SupportsGet = true)]
    public List<BarringKind> Add { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public List<BarringKind> Remove { get; set; } = [];

    /// <summary>What was chosen is looked at before it is confirmed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Review { get; set; }

    [BindProperty]
    public Guid RequestId { get; set; }

    public BarringChoices Choices { get; private set; } = null!;

    /// <summary>Where something is removed: the cost cap may have set it.</summary>
    public CostCapView? Cap { get; private set; }

    /// <summary>What is removed that the cost cap has set.</summary>
    public IEnumerable<BarringKind> SetByCap => Choices.Removed.Intersect(Cap?.Bars ?? []);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Review && Add.Count + Remove.Count == 0 && ModelState.IsValid) ModelState.AddModelError(nameof(Add), Text.Get("Errors.BarringNone"));
        Review &= ModelState.IsValid;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Review = true;
        await LoadAsync();
        return await Submit(new SetBarrings(Id, Add, Remove, RequestId), change => Confirm(BarringChoices.Told(change), Link, new("barrings", Text.Get("CostCap.ToBarrings"))));
    }

    protected override async Task LoadAsync()
    {
        Require(Right.ManageSubscriptions);
        Choices = new BarringChoices(await SendAsync(new GetBarrings(Id)), Add, Remove);
        if (Choices.Removed.Count > 0) Cap = await SendAsync(new GetCostCap(Id));
        About("Barrings.Title", Choices.Service.UserName, Choices.Service.PhoneNumber);
    }
}
