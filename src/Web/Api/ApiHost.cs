using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Scalar.AspNetCore;

namespace Connect.Web.Api;

/// <summary>The REST API under <c>/api/v1</c>: the same messages as the pages, with problems as RFC 9457 and a description at <c>/openapi/v1.json</c>.</summary>
internal static class ApiHost
{
    public const string Prefix = "/api/v1";

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true); // so that ApiProblems tells what was wrong
        builder.Services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
        builder.Services.AddOpenApi("v1", OpenApiDescription.Configure);
        foreach (var module in Modules()) builder.Services.AddSingleton(typeof(IApiModule), module);
    }

    /// <summary>Stands after the caller is known and before anything that answers.</summary>
    public static void UseApi(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), branch => branch.UseMiddleware<ApiProblems>());
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<ScalarPolicy>() is not null) context.Response.Headers.ContentSecurityPolicy = ScalarPolicy.Policy;
            return next(context);
        });
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Prefix).AddEndpointFilter<ApiAntiforgery>().WithMetadata(ApiAntiforgery.Checked);
        foreach (var module in app.Services.GetServices<IApiModule>().OrderBy(module => module.GetType().Name, StringComparer.Ordinal)) module.Map(api);
        app.MapOpenApi("/openapi/{documentName}.json");
        if (!app.Environment.IsDevelopment() && !app.Configuration.GetValue<bool>("Api:Reference")) return;
        app.MapScalarApiReference("/scalar", options => options.WithTitle("Connect API").DisableDefaultFonts().HideDeveloperTools().DisableAgent().DisableMcp().DisableTelemetry().HideClientButton()).WithMetadata(ScalarPolicy.Instance);
    }

    private static IEnumerable<Type> Modules() =>
        typeof(ApiHost).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IApiModule)));

    private static void Configure(JsonSerializerOptions json)
    {
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.RespectNullableAnnotations = true;
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RequireReferences);
    }

    // Texts and objects that a message cannot do without must be there; ids and receipts come from route and header.
    private static void RequireReferences(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false, ParameterType.IsValueType: false }) property.IsRequired = true;
    }
}
