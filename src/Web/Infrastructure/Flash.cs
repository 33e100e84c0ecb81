using System.Security.Cryptography;
using System.Text.Json;
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

    /// <param name="anchor">A part of the page that shows more of it; null for none.</param>
    public void Say(HttpContext context, string text, Anchor? anchor = null)
    {
        var said = new Said(text.Length > Longest ? text[..Longest] : text, anchor);
        context.Response.Cookies.Append(Name, _protector.Protect(JsonSerializer.Serialize(said)), Options(context));
    }

    /// <summary>What was left by the page before, once.</summary>
    public Said? Take(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } sealedText) return null;
        context.Response.Cookies.Delete(Name, Options(context));
        try
        {
            return JsonSerializer.Deserialize<Said>(_protector.Unprotect(sealedText));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
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

/// <summary>What happened.</summary>
public sealed record Said(string Text, Anchor? Anchor);

/// <summary>Leads to a part of the page.</summary>
/// <param name="Id">Of the part.</param>
public sealed record Anchor(string Id, string Text)
{
    /// <summary>A page that tells more.</summary>
    public PageLink? Page { get; init; }
}

/// <summary>Leads to another page of the portal.</summary>
public sealed record PageLink(string Link, string Text);
