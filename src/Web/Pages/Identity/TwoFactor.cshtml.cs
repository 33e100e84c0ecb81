using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>What the log-in asks for beside the password.</summary>
internal sealed class TwoFactorModel(OneLook look) : PortalPage
{
    public const string Here = "/me/two-factor";

    public MeView? Me { get; private set; }

    /// <summary>New recovery codes, once after they were made.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Codes = look.Take<MadeCodes>(HttpContext, Here)?.Codes;
    }

    public Task<IActionResult> OnPostBeginAsync() => Submit(new BeginAuthenticator(), _ => RedirectLocally("/me/authenticator"));

    public Task<IActionResult> OnPostSmsAsync() =>
        Submit(new SwitchSmsTwoFactor(true), codeSent => codeSent ? RedirectLocally(MyNumberModel.Here) : Confirm(Text.Get("Identity.SmsSwitchedOn"), Here));

    public Task<IActionResult> OnPostCodesAsync() => Submit(new MakeRecoveryCodes(), codes =>
    {
        look.Leave(HttpContext, Here, new MadeCodes(codes));
        return RedirectLocally(Here);
    });

    protected override async Task LoadAsync() => Me = await SendAsync(new GetMe());

    private sealed record MadeCodes(IReadOnlyList<string> Codes);
}
