using Connect.Web.Infrastructure;

namespace Connect.Web.Shell;

/// <summary>What a browser remembers about how the portal is shown.</summary>
internal static class Preferences
{
    public const string Theme = "connect-theme";
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary><c>light</c>, <c>dark</c>, or null: as the device is set.</summary>
    public static string? ThemeOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<PortalCookies>().Read(context, Theme) switch { "light" => "light", "dark" => "dark", _ => null };

    /// <summary>The page that the user sees: on the error page, the one that was asked for.</summary>
    public static string PageOf(HttpContext context)
    {
        if (context.Features.Get<ShownError>() is { } error) return error.Asked;
        return HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString.Value : context.Request.Path;
    }
}
