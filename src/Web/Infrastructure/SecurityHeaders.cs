using Connect.Web.Shell;

namespace Connect.Web.Infrastructure;

/// <summary>The headers of every answer. Written last, so that no error page goes without them.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, OperatorOptions branding, MapOptions map)
{
    private readonly string _policy =
        $"default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:{string.Concat(new[] { branding.LogoHost, map.TileHost }.OfType<string>().Distinct().Select(host => " " + host))}; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        // Scalar and the job dashboard come with a policy of their own.
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = _policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=()";
        // Files with a fingerprint may be kept; everything that is made for somebody may not.
        if (headers.CacheControl.Count == 0 || headers.CacheControl.ToString().Contains("no-cache", StringComparison.Ordinal) && headers.ETag.Count == 0)
            headers.CacheControl = "no-store";
    }
}
