using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>The secret of an authenticator app that is being set up, and the code that proves it.</summary>
[RequiresFreshLogin]
internal sealed class AuthenticatorModel : PortalPage
{
    [BindProperty]
    public string? Code { get; set; }

    public AuthenticatorSetup? Setup { get; private set; }

    /// <summary>On the answer to the right code only.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Setup is null ? RedirectLocally("/me/two-factor") : Page();
    }

    public Task<IActionResult> OnPostAsync() => Submit(new ConfirmAuthenticator(Code ?? ""), codes =>
    {
        Codes = codes;
        return Page();
    });

    protected override async Task LoadAsync() => Setup = await FindAsync(new GetAuthenticatorSetup());
}
