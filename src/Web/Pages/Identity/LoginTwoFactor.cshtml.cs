using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Between password and session: a second factor that the organisation demands is set up, and nothing else is reached.</summary>
[Open]
internal sealed class LoginTwoFactorModel(LoginCookies cookies) : PortalPage
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The app was chosen: its secret is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool App { get; set; }

    public LoginAttemptView? Attempt { get; private set; }
    public AuthenticatorSetup? Setup { get; private set; }
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Attempt is { MustSetUp: true } ? Page() : RedirectToPage("/Identity/Login", new { ReturnUrl });
    }

    public Task<IActionResult> OnPostAppAsync() => Submit(new BeginLoginAuthenticator(Token), _ => RedirectToPage("/Identity/LoginTwoFactor", null, new { ReturnUrl, App = true }));

    public Task<IActionResult> OnPostSmsAsync() => Submit(new SendLoginCode(Token), _ => RedirectToPage("/Identity/LoginCode", null, new { ReturnUrl, Way = LoginWay.Sms }));

    public Task<IActionResult> OnPostConfirmAsync() => Submit(new ConfirmLoginAuthenticator(Token, Code ?? "", Request.Headers.UserAgent), done =>
    {
        cookies.LoggedIn(HttpContext, done.SessionToken);
        Codes = done.RecoveryCodes;
        return Page();
    });

    protected override async Task LoadAsync()
    {
        (Attempt, Setup) = (await FindAsync(new GetLoginAttempt(Token)), null);
        if (App && Attempt is { MustSetUp: true }) Setup = await FindAsync(new GetLoginAuthenticator(Token));
    }

    private string Token => cookies.AttemptOf(HttpContext) ?? "none";
}
