using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Connect.Web.Infrastructure;

/// <summary>
/// "What happened", said on the page after the redirect and then gone. It travels in an encrypted cookie, so several nodes
/// need no shared memory and nobody can make the portal say something.
/// </summary>
public sealed class Flash(IDataProtectionProvider protection)
{
    private const string Name = "connect-flash";
    private const int Longest = 1000;
    private readonly IDataProtector _protector = protection.CreateProtector("Connect.Flash");

    public void Say(HttpContext context, string text) =>
        context.Response.Cookies.Append(Name, _protector.Protect(text.Length > Longest ? text[..Longest] : text), Options(context));

    /// <summary>The text that was left by the page before, once.</summary>
    public string? Take(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } sealedText) return null;
        context.Response.Cookies.Delete(Name, Options(context));
        try
        {
            return _protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null; // written with a key that is no more, or not by us
        }
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };
}
