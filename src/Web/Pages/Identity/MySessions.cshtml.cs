using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Where the user is logged in.</summary>
internal sealed class MySessionsModel(LoginCookies cookies) : PortalPage
{
    public IReadOnlyList<MySession> Sessions { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostEndAsync(Guid id) => Submit(new EndMySession(id), _ => Confirm(Text.Get("Identity.SessionEnded"), "/me/sessions"));

    public Task<IActionResult> OnPostEverywhereAsync() => Submit(new LogOutEverywhere(), _ =>
    {
        cookies.LoggedOut(HttpContext);
        return Confirm(Text.Get("Identity.LoggedOutEverywhere"), "/login");
    });

    protected override async Task LoadAsync() => Sessions = await SendAsync(new ListMySessions());
}
