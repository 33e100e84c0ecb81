using System.Globalization;
using Connect.Application.Common.Lists;
using Connect.Web.Infrastructure;

namespace Connect.Web.Shell;

/// <summary>What a browser remembers about how the portal is shown.</summary>
internal static class Preferences
{
    public const string Theme = "connect-theme";
    public const string Rows = "connect-rows";
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary><c>light</c>, <c>dark</c>, or null: as the device is set.</summary>
    public static string? ThemeOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<PortalCookies>().Read(context, Theme) switch { "light" => "light", "dark" => "dark", _ => null };

    /// <summary>Rows per page of lists, as last chosen; null for as many as usual.</summary>
    public static int? RowsOf(HttpContext context) =>
        int.TryParse(context.RequestServices.GetRequiredService<PortalCookies>().Read(context, Rows), NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
        && rows != ListRequest.DefaultSize && ListRequest.Sizes.Contains(rows) ? rows : null;

    /// <summary>The page that the user sees: on the error page, the one that was asked for.</summary>
    public static string PageOf(HttpContext context)
    {
        if (context.Features.Get<ShownError>() is { } error) return error.Asked;
        return HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString.Value : context.Request.Path;
    }
}
