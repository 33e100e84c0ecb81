using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Where the link for a forgotten password leads. Opening it uses nothing up.</summary>
[Open]
internal sealed class ResetModel : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "token")]
    public string LinkToken { get; set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    /// <summary>Null when the link works no more.</summary>
    public InvitationView? Owner { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() =>
        Submit(new ResetPassword(LinkToken, Password ?? "", Repeated ?? ""), _ => Confirm(Text.Get("Identity.PasswordChosen"), "/login"));

    protected override async Task LoadAsync() => Owner = await FindAsync(new GetPasswordReset(LinkToken));
}
