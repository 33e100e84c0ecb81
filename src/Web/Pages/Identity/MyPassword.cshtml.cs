using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>A new password; the present one is given with it.</summary>
internal sealed class MyPasswordModel : PortalPage
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    public Task<IActionResult> OnPostAsync() =>
        Submit(new ChangePassword(Current ?? "", Password ?? "", Repeated ?? ""), _ => Confirm(Text.Get("Identity.PasswordChanged"), "/me/password"));
}
