using Connect.Application.Common.Security;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages;

/// <summary>Theme and language of this browser, chosen in the user menu; works without JavaScript and before logging in.</summary>
[Open]
internal sealed class PreferencesModel(PortalCookies cookies) : PortalPage
{
    public IActionResult OnGet() => NotFound();

    public IActionResult OnPostTheme(string? value, string? returnUrl)
    {
        if (value is "light" or "dark") cookies.Write(HttpContext, Preferences.Theme, value, Preferences.Lifetime);
        else cookies.Remove(HttpContext, Preferences.Theme);
        return RedirectLocally(returnUrl);
    }

    public IActionResult OnPostLanguage(string? value, string? returnUrl)
    {
        cookies.Write(HttpContext, PortalCookies.Language, value == "en" ? "en" : "sv", Preferences.Lifetime);
        return RedirectLocally(returnUrl);
    }
}
