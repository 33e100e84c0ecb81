using System.Globalization;
using System.Security.Claims;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace Connect.Web.Infrastructure;

/// <summary>How the caller of a request was known; <see cref="HttpContext.Features"/> holds it. A session's changes need antiforgery, a key's do not.</summary>
internal sealed record CallerFeature(CallerKind Kind);

internal enum CallerKind
{
    Nobody,
    Session,
    OperatorKey,
    PersonalToken,

    /// <summary>A key was sent that is not valid: not to be taken for nobody.</summary>
    WrongKey,
}

/// <summary>
/// Finds out who sends the request, once and from the database, before anything else looks: an operator key or a personal
/// token in the header, or the session of the cookie. A request with a key is never also a session's; a personal token opens the API alone.
/// </summary>
internal sealed class CallerMiddleware(RequestDelegate next, PortalCookies cookies)
{
    public async Task InvokeAsync(HttpContext context, CurrentUser caller, SessionReader sessions, OperatorKeyReader keys, PersonalTokenReader tokens)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            await next(context);
            return;
        }

        var address = context.Connection.RemoteIpAddress;
        caller.ComesFrom((address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString());
        var kind = await FindAsync(context, caller, sessions, keys, tokens);
        context.Features.Set(new CallerFeature(kind));
        SetLanguage(caller.Identity?.Language ?? cookies.Read(context, PortalCookies.Language) ?? PreferredBy(context.Request));
        await next(context);
    }

    private async Task<CallerKind> FindAsync(HttpContext context, CurrentUser caller, SessionReader sessions, OperatorKeyReader keys, PersonalTokenReader tokens)
    {
        if (BearerOf(context.Request, PersonalTokenReader.Prefix) is { } token) return await ByTokenAsync(context, token, caller, tokens);
        var key = context.Request.Headers["X-Operator-Key"].ToString() is { Length: > 0 } named ? named : BearerOf(context.Request, OperatorKeyReader.Prefix);
        return key is null ? await BySessionAsync(context, caller, sessions) : await ByKeyAsync(key, caller, keys, context.RequestAborted);
    }

    private static string? BearerOf(HttpRequest request, string prefix)
    {
        const string bearer = "Bearer ";
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(bearer + prefix, StringComparison.OrdinalIgnoreCase) ? authorization[bearer.Length..].Trim() : null;
    }

    private static async Task<CallerKind> ByTokenAsync(HttpContext context, string token, CurrentUser caller, PersonalTokenReader tokens)
    {
        if (!context.Request.Path.StartsWithSegments("/api") || await tokens.ReadAsync(token, context.RequestAborted) is not { } identity) return CallerKind.WrongKey;
        caller.Set(identity);
        return CallerKind.PersonalToken;
    }

    private static async Task<CallerKind> ByKeyAsync(string key, CurrentUser caller, OperatorKeyReader keys, CancellationToken cancellation)
    {
        if (await keys.ReadAsync(key, cancellation) is not { } identity) return CallerKind.WrongKey;
        caller.Set(identity);
        return CallerKind.OperatorKey;
    }

    private async Task<CallerKind> BySessionAsync(HttpContext context, CurrentUser caller, SessionReader sessions)
    {
        if (cookies.Read(context, PortalCookies.Session) is not { } token) return CallerKind.Nobody;
        if (await sessions.ReadAsync(token, context.RequestAborted) is not { } identity)
        {
            cookies.Remove(context, PortalCookies.Session);
            return CallerKind.Nobody;
        }

        caller.Set(identity);
        // Antiforgery tokens are bound to this name: a form shown to one user is refused from another.
        context.User = new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, identity.Id.ToString())], "Session"));
        return CallerKind.Session;
    }

    /// <summary>The first of our languages in what the browser prefers, or null.</summary>
    private static string? PreferredBy(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is null or > 0).OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant()).FirstOrDefault(language => language is "sv" or "en");

    // What people read is written by their language; whatever else is formatted stays Swedish.
    private static void SetLanguage(string? language) =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Text.Swedish, Text.Culture(language));
}
