using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Edits the user name of a service.</summary>
public sealed class RenameModel : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>A PBX has a name of its own.</summary>
    public bool IsPbx { get; private set; }

    public string Link => $"/services/{Id}";

    public async Task OnGetAsync()
    {
        await LoadAsync();
        UserName = (string?)ViewData["Name"];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(new RenameSubscriptionUser(Id, UserName ?? ""), _ => Confirm(Text.Get("Services.Rename.Done", UserName?.Trim()), Link));
    }

    protected override async Task LoadAsync()
    {
        Require(Right.ManageSubscriptions);
        var facts = (await SendAsync(new GetSubscription(Id))).Facts;
        IsPbx = facts.Kind == SubscriptionKind.PbxUser;
        ViewData["Name"] = facts.UserName;
        ViewData["Crumbs"] = new Crumb[] { new("/services", Text.Get("Services.Title")), new(Link, facts.UserName) };
    }
}
