using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>The code that was sent by SMS. It belongs to the attempt of this browser's cookie.</summary>
[Open]
internal sealed class LoginCodeModel(LoginCookies cookies) : PortalPage
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Null when the attempt has ended.</summary>
    public LoginAttemptView? Attempt { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Attempt is null ? RedirectToPage("/Identity/Login", new { ReturnUrl }) : Page();
    }

    public Task<IActionResult> OnPostAsync() => Submit(new ConfirmLoginCode(Token, Code ?? "", Request.Headers.UserAgent), session =>
    {
        cookies.LoggedIn(HttpContext, session);
        return RedirectLocally(ReturnUrl);
    });

    public Task<IActionResult> OnPostResendAsync()
    {
        ModelState.Remove(nameof(Code));
        var again = Url.Page("/Identity/LoginCode", null, new { ReturnUrl })!;
        return Submit(new SendLoginCode(Token), _ => Confirm(Text.Get("Identity.CodeSentAgain"), again));
    }

    protected override async Task LoadAsync()
    {
        try
        {
            Attempt = await SendAsync(new GetLoginAttempt(Token));
        }
        catch (NotFoundException)
        {
            Attempt = null;
        }
    }

    // A browser without the cookie has no attempt; the message says so like for one that has ended.
    private string Token => cookies.AttemptOf(HttpContext) ?? "none";
}
