namespace Connect.Web.Shell;

/// <summary>Which pages this build of the portal has: what leads nowhere is not shown.</summary>
internal sealed class KnownPages(EndpointDataSource endpoints)
{
    private readonly Lazy<HashSet<string>> _routes = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/')).ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <param name="link">An address of the portal; its query does not matter.</param>
    public bool Has(string link) => _routes.Value.Contains(link.Split('?')[0]);
}
