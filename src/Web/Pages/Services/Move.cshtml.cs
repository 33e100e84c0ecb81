using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Flytta till annat konto: which account, and from which day.</summary>
internal sealed class MoveModel(TimeProvider clock) : ServicePage
{
    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public DateOnly? StartsOn { get; set; }

    [BindProperty]
    public Guid RequestId { get; set; }

    public SubscriptionDetail Service { get; private set; } = null!;

    /// <summary>Key of the text that says why there is no form; null when there is one.</summary>
    public string? Obstacle { get; private set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        StartsOn = clock.Today();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var account = await AccountIn(Account, nameof(Account));
        return await Submit(new MoveSubscription(Id, account ?? "", StartsOn, RequestId), placed => Ordered(Text.Get("Move.Done", Format.Day(StartsOn!.Value), placed.Number), placed.Number));
    }

    protected override async Task LoadAsync()
    {
        Require(Right.ManageSubscriptions);
        Service = await SendAsync(new GetSubscription(Id));
        Obstacle = new MoveAction().WhyNot(Service);
        About("Move.Title", Service.Facts.UserName, Service.Facts.PhoneNumber);
    }
}
