using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Matrix;

/// <summary>
/// Everything that the program answers: endpoints by their methods, and page handlers one by one, since a page's endpoint carries
/// no method and would hide its posts.
/// </summary>
internal static class EndpointInventory
{
    public static async Task<IReadOnlyList<string>> KeysAsync(IServiceProvider services)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null) continue;
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"])
                keys.Add($"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}");
        }

        foreach (var key in await PagesAsync(services)) keys.Add(key);
        return [.. keys];
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var keys = new List<string>();
        // An Index page has two addresses for one page; the shorter is the one that is linked to.
        var pages = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .GroupBy(page => page.RelativePath).Select(group => group.MinBy(page => page.AttributeRouteInfo!.Template!.Length)!);
        foreach (var page in pages)
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            var route = "/" + page.AttributeRouteInfo!.Template;
            var handlers = compiled.HandlerMethods.Select(handler => $"{handler.HttpMethod.ToUpperInvariant()} {route}{(handler.Name is { } name ? $"?handler={name}" : "")}").ToList();
            keys.AddRange(handlers.Count > 0 ? handlers : [$"GET {route}"]);
        }

        return keys;
    }
}
