using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Logga ut, by a form only: a link somewhere must not log anybody out.</summary>
[Open]
internal sealed class LogoutModel(LoginCookies cookies, ICurrentUser user) : PortalPage
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (user.Identity is not null) await SendAsync(new LogOut());
        cookies.LoggedOut(HttpContext);
        // What was typed and not sent is not for whoever logs in next.
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return Confirm(Text.Get("Identity.LoggedOut"), "/login");
    }
}
