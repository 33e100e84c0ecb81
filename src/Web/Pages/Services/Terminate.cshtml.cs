using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Avsluta tjänst: the day, then what an end on that day means, then the confirmation. The day is part of the address.</summary>
public sealed class TerminateModel : ServicePage
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? EndsOn { get; set; }

    [BindProperty]
    public Guid RequestId { get; set; }

    public TerminationTerms Terms { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (Request.Query.ContainsKey(nameof(EndsOn)) && EndsOn is null && ModelState.IsValid) ModelState.AddModelError(nameof(EndsOn), Text.Get("Errors.DayNeeded"));
        if (EndsOn is not null || !ModelState.IsValid) return await Submit(new GetTermination(Id, EndsOn), Show);
        EndsOn = Terms.FreeFrom;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(new TerminateSubscription(Id, EndsOn, RequestId), placed => Ordered(Text.Get("Terminate.Done", Format.Day(EndsOn!.Value), placed.Number), placed.Number));
    }

    protected override async Task LoadAsync()
    {
        Show(await SendAsync(new GetTermination(Id, null)));
        About("Terminate.Title", Terms.UserName, Terms.PhoneNumber);
    }

    private IActionResult Show(TerminationTerms terms)
    {
        Terms = terms;
        return Page();
    }
}
