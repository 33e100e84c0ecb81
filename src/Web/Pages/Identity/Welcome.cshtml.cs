using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Where the invitation's link leads: choosing the password. Opening it uses nothing up.</summary>
[Open]
internal sealed class WelcomeModel : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "token")]
    public string LinkToken { get; set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    /// <summary>Null when the link works no more.</summary>
    public InvitationView? Invitation { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() =>
        Submit(new AcceptInvitation(LinkToken, Password ?? "", Repeated ?? ""), _ => Confirm(Text.Get("Identity.PasswordChosen"), "/login"));

    protected override async Task LoadAsync()
    {
        try
        {
            Invitation = await SendAsync(new GetInvitation(LinkToken));
        }
        catch (NotFoundException)
        {
            Invitation = null;
        }
    }
}
