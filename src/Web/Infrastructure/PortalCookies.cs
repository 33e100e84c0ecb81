using System.Net;
using Microsoft.Extensions.Hosting;

namespace Connect.Web.Infrastructure;

/// <summary>
/// The portal's cookies: <c>__Host-</c>, Secure, HttpOnly, SameSite=Lax. Plain names without Secure only over plain HTTP on the
/// machine itself in Development and Testing.
/// </summary>
internal sealed class PortalCookies(IHostEnvironment environment)
{
    private const string Prefix = "__Host-";

    /// <summary>The session's token.</summary>
    public const string Session = "connect-session";

    /// <summary>The token of a log-in attempt that waits for its code.</summary>
    public const string Attempt = "connect-login";

    /// <summary>The language chosen before logging in.</summary>
    public const string Language = "connect-language";

    public string? Read(HttpContext context, string name) => context.Request.Cookies[NameOf(context, name)] is { Length: > 0 and <= 100 } value ? value : null;

    /// <param name="lifetime">How long the browser keeps it; null until it is closed.</param>
    public void Write(HttpContext context, string name, string value, TimeSpan? lifetime = null) =>
        context.Response.Cookies.Append(NameOf(context, name), value, Options(context, lifetime));

    public void Remove(HttpContext context, string name) => context.Response.Cookies.Delete(NameOf(context, name), Options(context, null));

    private string NameOf(HttpContext context, string name) => IsPlain(context) ? name : Prefix + name;

    private CookieOptions Options(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = !IsPlain(context),
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };

    private bool IsPlain(HttpContext context) =>
        !context.Request.IsHttps && (environment.IsDevelopment() || environment.IsEnvironment("Testing"))
        && (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address));
}
