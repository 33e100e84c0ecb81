using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Application.Messages;
using Connect.Application.Subscriptions;
using Connect.Domain.Users;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Mina uppgifter.</summary>
internal sealed class MeModel(ICurrentUser user) : PortalPage
{
    [BindProperty]
    public string? Language { get; set; }

    public MeView Me { get; private set; } = null!;

    /// <summary>Null for who may not see services.</summary>
    public DataWarnings? Warnings { get; private set; }

    /// <summary>The mails that are wanted.</summary>
    [BindProperty]
    public List<UserNotice> Notices { get; set; } = [];

    /// <summary>Those that the user can choose.</summary>
    public IReadOnlyList<MyNotice> Known { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Language = Me.Language;
        Notices = [.. Known.Where(notice => notice.On).Select(notice => notice.Notice)];
    }

    // Said in the language that was chosen, from the next page on.
    public Task<IActionResult> OnPostAsync() =>
        Submit(new ChangeLanguage(Language ?? ""), _ => Confirm(Text.Get(Text.Culture(Language), "Identity.LanguageSaved"), "/me"));

    public Task<IActionResult> OnPostWarningsAsync(bool on) =>
        Submit(new WarnOfAllData(on), _ => Confirm(Text.Get(on ? "DataWarnings.AllTurnedOn" : "DataWarnings.AllTurnedOff"), "/me"));

    public Task<IActionResult> OnPostNoticesAsync() => Submit(new ChooseMyNotices(Notices), _ => Confirm(Text.Get("Identity.NoticesSaved"), "/me"));

    protected override async Task LoadAsync()
    {
        Me = await SendAsync(new GetMe());
        Known = await SendAsync(new GetMyNotices());
        Warnings = user.Has(Right.ViewSubscriptions) ? await SendAsync(new GetDataWarnings()) : null;
    }
}
