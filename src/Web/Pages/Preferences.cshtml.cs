using System.Globalization;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Connect.Web.Pages;

/// <summary>Theme and language of this browser, chosen in the user menu, and rows per page, chosen in a list; works without JavaScript and before logging in.</summary>
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

    /// <param name="size">Rows per page, chosen in the foot of a list.</param>
    /// <param name="returnUrl">The list as it was asked for, without a number of rows.</param>
    public IActionResult OnPostRows(int size, string? returnUrl)
    {
        if (!ListRequest.Sizes.Contains(size)) return RedirectLocally(returnUrl);
        var rows = size.ToString(CultureInfo.InvariantCulture);
        cookies.Write(HttpContext, Preferences.Rows, rows, Preferences.Lifetime);
        return RedirectLocally(QueryHelpers.AddQueryString(returnUrl ?? "/", "size", rows));
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
