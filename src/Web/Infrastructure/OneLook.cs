using System.Security.Cryptography;
using System.Text.Json;
using Connect.Application.Common.Security;
using Microsoft.AspNetCore.DataProtection;

namespace Connect.Web.Infrastructure;

/// <summary>
/// What a form asked to see, shown on the page after the redirect and then gone, so that loading the page again shows nothing a second time.
/// It travels in an encrypted cookie of a minute that opens in the same session and about the same thing only; never in an address.
/// </summary>
public sealed class OneLook(IDataProtectionProvider protection, ICurrentUser user, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <param name="page">The path that the browser goes on to; the cookie is sent nowhere else.</param>
    public void Leave<T>(HttpContext context, string page, T value)
    {
        var left = JsonSerializer.Serialize(new Left<T>(clock.GetUtcNow() + Lifetime, value));
        context.Response.Cookies.Append(NameOf<T>(), Protector(page).Protect(left), Options(context, page, Lifetime));
    }

    /// <summary>What was left for the page, once; null when nothing was.</summary>
    public T? Take<T>(HttpContext context, string page)
        where T : class
    {
        if (context.Request.Cookies[NameOf<T>()] is not { Length: > 0 } sealedText) return null;
        context.Response.Cookies.Delete(NameOf<T>(), Options(context, page, null));
        try
        {
            var left = JsonSerializer.Deserialize<Left<T>>(Protector(page).Unprotect(sealedText));
            return left is not null && left.Until > clock.GetUtcNow() ? left.Value : null;
        }
        catch (CryptographicException)
        {
            return null; // for another session or page, with a key that is no more, or not by us
        }
    }

    // A path is sent the cookies of those above it too: each kind has its own.
    private static string NameOf<T>() => "connect-look-" + typeof(T).Name;

    private IDataProtector Protector(string page) => protection.CreateProtector("Connect.OneLook", user.Identity?.SessionId?.ToString() ?? "", page);

    private static CookieOptions Options(HttpContext context, string page, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = page,
        MaxAge = lifetime,
        IsEssential = true,
    };

    private sealed record Left<T>(DateTimeOffset Until, T Value);
}
