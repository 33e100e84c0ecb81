using System.Text.RegularExpressions;
using Connect.TestKit;
using Connect.Web.Tests.Matrix;
using Microsoft.AspNetCore.Hosting;

namespace Connect.Web.Tests.Shell;

/// <summary>Addresses that are promised or told of are those that the program answers at.</summary>
public sealed partial class DocumentedRoutesTests : IAsyncLifetime
{
    private readonly Portal _portal = new() { Configure = builder => builder.UseSetting("Api:Reference", "true") };
    private HashSet<string> _routes = [];

    public async ValueTask InitializeAsync() =>
        _routes = [.. (await EndpointInventory.KeysAsync(_portal.Services)).Where(key => key.StartsWith("GET ", StringComparison.Ordinal) || key.StartsWith("ANY ", StringComparison.Ordinal)).Select(key => Shape(key[4..]))];

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact, Covers("ROUTE-1", "every route that is promised")]
    public void Every_route_that_is_promised_is_there()
    {
        const string promised = """
            /login /login/code / /accounts /accounts/{number} /services /services/{id} /orders /orders/new /orders/{number} /invoices /invoices/{number} /invoices/{number}/pdf
            /reports /reports/{kind} /reports/exports /tickets /tickets/new /tickets/{number} /users /users/new /users/{id} /me /search /network /audit /openapi/{name}.json
            /health/live /health/ready
            """;
        promised.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(route => !_routes.Contains(Shape(route))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_address_of_the_manuals_table_is_there()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Root, "docs", "manual.md"), TestContext.Current.CancellationToken);
        var told = Address().Matches(text).Select(match => match.Groups["path"].Value).Distinct().ToList();
        told.Count.ShouldBeGreaterThan(40);
        // A kind of report has its name in the address.
        told.Where(path => !_routes.Contains(Shape(path)) && !(path.StartsWith("/reports/", StringComparison.Ordinal) && _routes.Contains("/reports/{}"))).ShouldBeEmpty();
    }

    private static string Root => AppContext.BaseDirectory[..AppContext.BaseDirectory.LastIndexOf($"{Path.DirectorySeparatorChar}tests{Path.DirectorySeparatorChar}", StringComparison.Ordinal)];

    private static string Shape(string route) => Parameter().Replace(route.Length > 1 ? route.TrimEnd('/') : route, "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"`(?<path>/[^`?]*)(\?[^`]*)?`")]
    private static partial Regex Address();
}
