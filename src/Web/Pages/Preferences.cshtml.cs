using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages;

/// <summary>Theme and language of this browser, chosen in the user menu; works without JavaScript and before logging in.</summary>
[Open]
internal sealed class PreferencesModel(PortalCookies cookies, ICurrentUser user) : PortalPage
{
    public IActionResult OnGet() => NotFound();

    public IActionResult OnPostTheme(string? value, string? returnUrl)
    {
        if (value is "light" or "dark") cookies.Write(HttpContext, Preferences.Theme, value, Preferences.Lifetime);
        else cookies.Remove(HttpContext, Preferences.Theme);
        return RedirectLocally(returnUrl);
    }

    public async Task<IActionResult> OnPostLanguageAsync(string? value, string? returnUrl)
    {
        var language = value == "en" ? "en" : "sv";
        cookies.Write(HttpContext, PortalCookies.Language, language, Preferences.Lifetime);
        // A user's own language goes before the browser's, in mails and SMS too.
        if (user.Identity is { } known && known.Language != language) await SendAsync(new ChangeLanguage(language));
        return RedirectLocally(returnUrl);
    }
}
