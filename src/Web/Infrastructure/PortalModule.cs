using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Connect.Application.Common.Texts;
using Connect.Web.Api;
using Connect.Web.Components.Network;
using Connect.Web.Operations;
using Connect.Web.Pages.Accounts;
using Connect.Web.Pages.Services;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace Connect.Web.Infrastructure;

/// <summary>The web side of the portal: pages, shell, headers, error pages.</summary>
internal static class PortalModule
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        // What has no user to follow (jobs, the first request's frame) is Swedish.
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (Text.Swedish, Text.Swedish);
        var services = builder.Services;
        services.AddShell(builder.Configuration);
        services.AddAccountPages();
        services.AddServicePages();
        services.AddSingleton<Flash>();
        services.AddScoped<MobileQuestion>();
        services.AddScoped<OneLook>();
        services.AddHttpContextAccessor();
        services.AddRazorPages().AddMvcOptions(options =>
        {
            options.Filters.Add<EndedSession>();
            // What is required is said by the message's validator, in the user's language.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            Translate(options.ModelBindingMessageProvider);
            Order(options.ValueProviderFactories);
        });
        // Components stand in a folder of their own each: Components/<Widget>/<View>.cshtml.
        services.Configure<RazorViewEngineOptions>(options => options.PageViewLocationFormats.Add("/Components/{0}" + RazorViewEngine.ViewExtension));
        // Without it å, ä and ö leave as entities.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddCompression();
        SearchLimit.Add(builder);
        DocumentLimit.Add(builder);
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
    }

    /// <summary>From the outside in; the order matters.</summary>
    public static void UsePortal(this WebApplication app)
    {
        // Rights are the pipeline's affair. The host would add a middleware for them that makes every endpoint before it listens;
        // an endpoint that asked for it would be refused without it.
        ((IApplicationBuilder)app).Properties["__AuthorizationMiddlewareSet"] = true;
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment() && !app.Environment.IsEnvironment("Testing")) app.UseHsts();
        app.UseResponseCompression();
        app.UseRequestLog();
        app.UseMiddleware<ErrorPages>();
        app.UseMiddleware<PlainForms>();
        app.UseRouting();
        app.UseCaller();
        app.UseMiddleware<JobsDoor>();
        app.UseApi();
        app.UseRateLimiter();
        app.MapStaticAssets();
        app.MapBranding();
        app.MapRazorPages().WithStaticAssets();
        app.MapApi();
        JobsDashboard.Map(app);
        app.MapHealth();
    }

    private static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, NetworkApi.GeoJsonType];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    private static void AddShell(this IServiceCollection services, IConfiguration configuration)
    {
        var branding = configuration.GetSection("Operator").Get<OperatorOptions>() ?? new OperatorOptions();
        if (branding.Mistakes().ToList() is { Count: > 0 } mistakes) throw new InvalidOperationException(string.Join(" ", mistakes));
        services.AddSingleton(branding);
        var map = configuration.GetSection("Map").Get<MapOptions>() ?? new MapOptions();
        if (map.Mistakes().ToList() is { Count: > 0 } wrong) throw new InvalidOperationException(string.Join(" ", wrong));
        services.AddSingleton(map);
        services.Scan(scan => scan.FromAssemblyOf<MenuEntry>()
            .AddClasses(classes => classes.AssignableTo<MenuEntry>(), publicOnly: false).As<MenuEntry>().WithSingletonLifetime()
            .AddClasses(classes => classes.AssignableTo<StartTile>(), publicOnly: false).As<StartTile>().WithSingletonLifetime());
    }

    private static void MapBranding(this WebApplication app)
    {
        var branding = app.Services.GetRequiredService<OperatorOptions>();
        var icon = new Lazy<byte[]>(() => BrandIcon.Ico(branding.MarkColour));
        app.MapGet("/favicon.ico", (HttpContext context) => Kept(context, Results.Bytes(icon.Value, "image/x-icon")));
        if (branding.AccentColour is not { } colour) return;
        var stylesheet = Accent.Stylesheet(colour);
        app.MapGet("/branding.css", (HttpContext context) => Kept(context, Results.Text(stylesheet, "text/css")));
    }

    private static IResult Kept(HttpContext context, IResult file)
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return file;
    }

    // What stands in the address wins over a form's field of the same name. Nobody here writes jQuery's brackets, and left open they are a failure.
    private static void Order(IList<IValueProviderFactory> sources)
    {
        sources.RemoveType<JQueryFormValueProviderFactory>();
        sources.RemoveType<JQueryQueryStringValueProviderFactory>();
        sources.RemoveType<RouteValueProviderFactory>();
        sources.Insert(0, new RouteValueProviderFactory());
    }

    private static void Translate(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Text.Get("Errors.ValueUnreadable"));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Text.Get("Errors.ValueUnreadable"));
        messages.SetValueIsInvalidAccessor(_ => Text.Get("Errors.ValueUnreadable"));
        messages.SetUnknownValueIsInvalidAccessor(_ => Text.Get("Errors.ValueUnreadable"));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Text.Get("Errors.ValueUnreadable"));
        messages.SetValueMustBeANumberAccessor(_ => Text.Get("Errors.ValueUnreadable"));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Text.Get("Errors.ValueUnreadable"));
        messages.SetValueMustNotBeNullAccessor(_ => Text.Get("Errors.NotEmptyValidator"));
        messages.SetMissingBindRequiredValueAccessor(_ => Text.Get("Errors.NotEmptyValidator"));
        messages.SetMissingKeyOrValueAccessor(() => Text.Get("Errors.NotEmptyValidator"));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Text.Get("Errors.NotEmptyValidator"));
    }
}
