using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Asks for the password again before something that wants a fresh one.</summary>
internal sealed class ConfirmModel : PortalPage
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public Task<IActionResult> OnPostAsync() => Submit(new Reauthenticate(Password ?? ""), _ => RedirectLocally(ReturnUrl));
}
