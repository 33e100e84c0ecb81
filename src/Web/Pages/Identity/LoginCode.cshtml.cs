using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>The code that was sent by SMS, that an authenticator app shows, or that was kept for the day when both are lost.</summary>
[Open]
internal sealed class LoginCodeModel(LoginCookies cookies) : PortalPage
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public LoginWay? Way { get; set; }

    /// <summary>Null when the attempt has ended.</summary>
    public LoginAttemptView? Attempt { get; private set; }

    public LoginWay Shown => Way ?? (Attempt?.HasAuthenticator == true ? LoginWay.Authenticator : LoginWay.Sms);

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (Attempt is { MustSetUp: true, CodeWasSent: false }) return RedirectToPage("/Identity/LoginTwoFactor", new { ReturnUrl });
        return Attempt is null ? RedirectToPage("/Identity/Login", new { ReturnUrl }) : Page();
    }

    public Task<IActionResult> OnPostAsync() => Submit(new ConfirmLoginCode(Token, Code ?? "", Request.Headers.UserAgent, Way ?? LoginWay.Sms), session =>
    {
        cookies.LoggedIn(HttpContext, session);
        return RedirectLocally(ReturnUrl);
    });

    public Task<IActionResult> OnPostResendAsync()
    {
        ModelState.Remove(nameof(Code));
        var again = Url.Page("/Identity/LoginCode", null, new { ReturnUrl, Way = LoginWay.Sms })!;
        return Submit(new SendLoginCode(Token), _ => Confirm(Text.Get("Identity.CodeSentAgain"), again));
    }

    protected override async Task LoadAsync() => Attempt = await FindAsync(new GetLoginAttempt(Token));

    // A browser without the cookie has no attempt; the message says so like for one that has ended.
    private string Token => cookies.AttemptOf(HttpContext) ?? "none";
}
