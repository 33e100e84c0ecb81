using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>The user's own user name, e-mail and mobile number.</summary>
[RequiresFreshLogin]
internal sealed class MyDetailsModel : PortalPage
{
    [BindProperty]
    public DetailsForm Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        var me = await SendAsync(new GetMe());
        Input = new() { UserName = me.UserName, Email = me.Email, MobileNumber = me.MobileNumber is { } number ? Format.Phone(number) : null };
    }

    public Task<IActionResult> OnPostAsync() => Submit(new ChangeMyDetails(Input.UserName ?? "", Input.Email ?? "", Input.MobileNumber),
        codeSent => codeSent ? RedirectLocally(MyNumberModel.Here) : Confirm(Text.Get("Identity.DetailsSaved"), "/me"), nameof(Input));
}

/// <summary>What is typed there.</summary>
public sealed class DetailsForm
{
    public string? UserName { get; set; }
    public string? Email { get; set; }
    public string? MobileNumber { get; set; }
}
