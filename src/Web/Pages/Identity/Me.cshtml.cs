using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Mina uppgifter.</summary>
internal sealed class MeModel : PortalPage
{
    [BindProperty]
    public string? Language { get; set; }

    public MeView Me { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Language = Me.Language;
    }

    // Said in the language that was chosen, from the next page on.
    public Task<IActionResult> OnPostAsync() =>
        Submit(new ChangeLanguage(Language ?? ""), _ => Confirm(Text.Get(Text.Culture(Language), "Identity.LanguageSaved"), "/me"));

    protected override async Task LoadAsync() => Me = await SendAsync(new GetMe());
}
