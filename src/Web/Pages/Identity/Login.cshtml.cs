using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Infrastructure.Demo;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Logga in, with password; where a code is wanted it is asked for on the next page.</summary>
[Open]
internal sealed class LoginModel(LoginCookies cookies, DemoHint demo, ICurrentUser user) : PortalPage
{
    [BindProperty]
    public LoginForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<DemoHint.Person> DemoUsers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (user.Identity is not null) return RedirectLocally(ReturnUrl);
        await LoadAsync();
        return Page();
    }

    public Task<IActionResult> OnPostAsync() =>
        Submit(new LogIn(Input.UserName ?? "", Input.Password ?? "", Request.Headers.UserAgent), Next, nameof(Input));

    protected override async Task LoadAsync() => DemoUsers = await demo.UsersAsync(Cancellation);

    private IActionResult Next(LoginStep step)
    {
        if (step.SessionToken is not null)
        {
            cookies.LoggedIn(HttpContext, step.SessionToken);
            return RedirectLocally(ReturnUrl);
        }

        cookies.CodeAwaited(HttpContext, step.AttemptToken!);
        return RedirectToPage(step.MustSetUp ? "/Identity/LoginTwoFactor" : "/Identity/LoginCode", new { ReturnUrl });
    }
}

/// <summary>What is typed at the log-in.</summary>
public sealed class LoginForm
{
    public string? UserName { get; set; }
    public string? Password { get; set; }
}
