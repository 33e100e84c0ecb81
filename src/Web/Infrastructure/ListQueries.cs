using System.Globalization;
using Connect.Web.Shell;

namespace Connect.Web.Infrastructure;

internal static class ListQueries
{
    /// <summary>
    /// The query string as it came, for the grammar of lists. A page that is asked for without a number of rows gets the one that the browser
    /// remembers; not where a page number says which rows are meant, nor over the API, whose answers depend on the address alone.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, string?>> ListQuery(this HttpRequest request)
    {
        var asked = request.Query.SelectMany(pair => pair.Value.Select(value => new KeyValuePair<string, string?>(pair.Key, value)));
        if (request.Path.StartsWithSegments("/api") || request.Query.ContainsKey("size") || request.Query.ContainsKey("page")) return asked;
        return Preferences.RowsOf(request.HttpContext) is { } rows ? asked.Append(new("size", rows.ToString(CultureInfo.InvariantCulture))) : asked;
    }
}
