using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Matrix;

/// <summary>The fields that a door reads: what a page binds, and what the description of an API says of a body.</summary>
internal static partial class InputNames
{
    /// <summary>What a page's handler takes from the address.</summary>
    public static async Task<IReadOnlyList<string>> OfQueryAsync(IServiceProvider services, MatrixRow row) =>
        await PageAsync(services, row) is not { } page ? ["q"] : [.. Parameters(page, row), .. Bound(page, get => get)];

    /// <summary>What a page's handler takes from its form, with the parts of what is made of parts.</summary>
    public static async Task<IReadOnlyList<string>> OfFormAsync(IServiceProvider services, MatrixRow row) =>
        await PageAsync(services, row) is not { } page ? [] : [.. Parameters(page, row), .. Bound(page, _ => true)];

    /// <summary>The properties of the body, from the OpenAPI document.</summary>
    public static async Task<IReadOnlyList<string>> OfBodyAsync(Portal portal, MatrixRow row)
    {
        using var document = JsonDocument.Parse(await portal.NewClient().GetStringAsync("/openapi/v1.json"));
        var operation = document.RootElement.GetProperty("paths").EnumerateObject().Single(path => path.Name == OpenApiPath(row.Route)).Value.GetProperty(row.Method.ToLowerInvariant());
        // A file has no properties.
        if (!operation.TryGetProperty("requestBody", out var body) || !body.GetProperty("content").TryGetProperty("application/json", out var json)) return [];
        var schema = json.GetProperty("schema");
        if (schema.TryGetProperty("$ref", out var reference)) schema = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        return [.. schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)];
    }

    /// <summary>As the document writes a route: without its constraints.</summary>
    public static string OpenApiPath(string route) => Constrained().Replace(route, "{$1}");

    private static IEnumerable<string> Parameters(CompiledPageActionDescriptor page, MatrixRow row) => page.HandlerMethods
        .Where(handler => string.Equals(handler.HttpMethod, row.Method, StringComparison.OrdinalIgnoreCase) && handler.Name == row.Handler)
        .SelectMany(handler => handler.Parameters).SelectMany(parameter => Parts(parameter.BindingInfo?.BinderModelName ?? parameter.Name, parameter.ParameterType, 0));

    private static IEnumerable<string> Bound(CompiledPageActionDescriptor page, Func<bool, bool> wanted) => page.BoundProperties
        .Where(property => wanted(page.ModelTypeInfo!.GetProperty(property.Name)?.GetCustomAttribute<BindPropertyAttribute>()?.SupportsGet == true))
        .SelectMany(property => Parts(property.BindingInfo?.BinderModelName ?? property.Name, property.ParameterType, 0));

    private static IEnumerable<string> Parts(string name, Type type, int depth)
    {
        var own = type.Namespace?.StartsWith("Connect.", StringComparison.Ordinal) == true && !type.IsEnum;
        return own && depth < 4 ? type.GetProperties().SelectMany(property => Parts($"{name}.{property.Name}", property.PropertyType, depth + 1)) : [name];
    }

    private static async Task<CompiledPageActionDescriptor?> PageAsync(IServiceProvider services, MatrixRow row)
    {
        var page = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .FirstOrDefault(page => "/" + page.AttributeRouteInfo!.Template == row.Route);
        return page is null ? null : await services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
    }

    [GeneratedRegex(@"\{\**(\w+)(:[^}]*)?\}")]
    private static partial Regex Constrained();
}
