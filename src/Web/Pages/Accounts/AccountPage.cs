using Connect.Application.Accounts;
using Connect.Application.Common.Texts;
using Connect.Domain.Users;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Accounts;

/// <summary>The form of one account action: shows what there is, sends the change, leads back to the account.</summary>
public abstract class AccountPage : PortalPage
{
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>The account's version when the form was filled in.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public AccountDetail Account { get; private set; } = null!;

    public AccountFacts Facts => Account.Facts;

    public string Link => $"/accounts/{Uri.EscapeDataString(Number)}";

    /// <summary>To be sent along. Who has been told that somebody else was first may save over it.</summary>
    public int ShownVersion => Response.StatusCode == StatusCodes.Status409Conflict ? CurrentVersion : Version ?? CurrentVersion;

    protected virtual int CurrentVersion => Facts.Version;

    protected async Task<IActionResult> SaveAsync<T>(IRequest<T> message, string done, string prefix = "", string? about = null)
    {
        await LoadAsync();
        return await Submit(message, _ => Confirm(Text.Get(done, about ?? Facts.DisplayName), Link), prefix);
    }

    protected override async Task LoadAsync()
    {
        Require(Right.ManageAccounts);
        Account = await SendAsync(new GetAccount(Number));
        ViewData["Crumbs"] = new Crumb[] { new("/accounts", Text.Get("Accounts.Title")), new(Link, Facts.DisplayName) };
        ViewData["Subtitle"] = Text.Get("Accounts.NumberIs", Facts.Number);
        ViewData["PageClass"] = "is-narrow";
    }
}
