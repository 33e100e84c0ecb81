using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Asks before the SMS codes or the authenticator app are taken out of use, and says what protects the log-in then.</summary>
[RequiresFreshLogin]
internal sealed class TwoFactorOffModel : PortalPage
{
    /// <summary><c>sms</c> or <c>app</c>.</summary>
    [FromRoute]
    public string Way { get; set; } = "";

    public MeView Me { get; private set; } = null!;

    public bool IsSms => Way == "sms";

    /// <summary>Nothing but the password is left without it, and that is allowed.</summary>
    public bool IsLast => !Me.RequireTwoFactor && !(Me.HasAuthenticator && Me.SmsTwoFactor);

    private bool IsOn => IsSms ? Me.SmsTwoFactor : Me.HasAuthenticator;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return IsOn ? Page() : RedirectLocally(TwoFactorModel.Here);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return IsSms
            ? await Submit(new SwitchSmsTwoFactor(false), _ => Confirm(Text.Get("Identity.SmsSwitchedOff"), TwoFactorModel.Here))
            : await Submit(new RemoveAuthenticator(), _ => Confirm(Text.Get("Identity.AuthenticatorRemoved"), TwoFactorModel.Here));
    }

    protected override async Task LoadAsync()
    {
        if (Way is not ("sms" or "app")) throw new NotFoundException();
        Me = await SendAsync(new GetMe());
    }
}
