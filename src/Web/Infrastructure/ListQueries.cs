namespace Connect.Web.Infrastructure;

internal static class ListQueries
{
    /// <summary>The query string as it came, for the grammar of lists.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> ListQuery(this HttpRequest request) =>
        request.Query.SelectMany(pair => pair.Value.Select(value => new KeyValuePair<string, string?>(pair.Key, value)));
}
