using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Asks for a link to choose a new password. Says the same whether there is such a user or not.</summary>
[Open]
internal sealed class ForgottenModel : PortalPage
{
    [BindProperty]
    public string? UserName { get; set; }

    public bool IsSent { get; private set; }

    public Task<IActionResult> OnPostAsync() => Submit(new RequestPasswordReset(UserName ?? ""), _ =>
    {
        IsSent = true;
        return Page();
    });
}
