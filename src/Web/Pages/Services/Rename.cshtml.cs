using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Edits the user name of a service.</summary>
public sealed class RenameModel : ServicePage
{
    private SubscriptionFacts _facts = null!;

    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>A PBX has a name of its own.</summary>
    public bool IsPbx => _facts.Kind == SubscriptionKind.PbxUser;

    /// <summary>The code of why it can't be renamed, or null.</summary>
    public string? Obstacle => Subscription.WhyNotEdited(_facts.Status);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        UserName = _facts.UserName;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(new RenameSubscriptionUser(Id, UserName ?? ""), _ => Confirm(Text.Get("Services.Rename.Done", UserName?.Trim()), Link));
    }

    protected override async Task LoadAsync()
    {
        Require(Right.ManageSubscriptions);
        _facts = (await SendAsync(new GetSubscription(Id))).Facts;
        About("Services.Rename.Title", _facts.UserName, _facts.PhoneNumber ?? _facts.FixedNumber);
    }
}
