using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>The code that proves a mobile number to be the user's own, before it counts.</summary>
[RequiresFreshLogin]
internal sealed class MyNumberModel : PortalPage
{
    public const string Here = "/me/number";

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Null when no number waits.</summary>
    public NumberCheckView? Check { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Check is null ? RedirectLocally("/me") : Page();
    }

    public Task<IActionResult> OnPostAsync() => Submit(new ConfirmMyNumber(Code ?? ""), smsTurnedOn =>
        smsTurnedOn ? Confirm(Text.Get("Identity.NumberConfirmedOn"), TwoFactorModel.Here) : Confirm(Text.Get("Identity.NumberConfirmed"), "/me"));

    public Task<IActionResult> OnPostResendAsync()
    {
        ModelState.Remove(nameof(Code));
        return Submit(new SendMyNumberCode(), _ => Confirm(Text.Get("Identity.CodeSentAgain"), Here));
    }

    protected override async Task LoadAsync() => Check = await FindAsync(new GetMyNumberCheck());
}
