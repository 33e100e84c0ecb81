using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace Connect.Web.Infrastructure;

/// <summary>What the web side of log-in and session needs: cookies, antiforgery, addresses behind a proxy.</summary>
internal static class IdentityWeb
{
    public static void AddIdentityWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PortalCookies>();
        builder.Services.AddSingleton<LoginCookies>();
        var isPlain = builder.Environment.IsDevelopment() || builder.Environment.IsEnvironment("Testing");
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = isPlain ? "connect-form" : "__Host-connect-form";
            options.Cookie.SecurePolicy = isPlain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.Cookie.Path = "/";
        });
        builder.Services.Configure<HostFilteringOptions>(options => TrustHosts(options, builder.Configuration));
        builder.Services.Configure<ForwardedHeadersOptions>(options => TrustProxies(options, builder.Configuration));
    }

    /// <summary>Stands after routing and before everything that asks who the caller is.</summary>
    public static void UseCaller(this WebApplication app) => app.UseMiddleware<CallerMiddleware>();

    /// <summary>
    /// With a <c>PublicUrl</c> the portal answers to its host and on the machine itself only, unless <c>AllowedHosts</c> says otherwise.
    /// </summary>
    private static void TrustHosts(HostFilteringOptions options, IConfiguration configuration)
    {
        if (configuration["AllowedHosts"] is { Length: > 0 } || !Uri.TryCreate(configuration["PublicUrl"], UriKind.Absolute, out var portal)) return;
        options.AllowedHosts = [portal.Host, "localhost", "127.0.0.1", "[::1]"];
    }

    /// <summary>
    /// <c>Proxy:Networks</c> (<c>10.0.0.0/8, 192.0.2.7/32</c>) names the proxies whose word on scheme and address is taken.
    /// Without it nobody's is: a client could otherwise choose the address it is throttled by.
    /// </summary>
    private static void TrustProxies(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        var networks = (configuration["Proxy:Networks"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var network in networks) options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        options.ForwardedHeaders = networks.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
    }
}
