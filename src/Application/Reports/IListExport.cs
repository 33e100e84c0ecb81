using Connect.Application.Common.Lists;

namespace Connect.Application.Reports;

/// <summary>A list of the portal that goes to Excel as filtered, with the rights of the list itself.</summary>
public interface IListExport : IExport
{
    ListColumns Columns { get; }

    /// <summary>The list's name in the current language.</summary>
    string Title { get; }

    /// <summary>The kind of export that a list is.</summary>
    static string KindOf(string list) => $"list.{list}";
}

/// <param name="Query">The list's own query string, so that the export means what the page showed.</param>
public sealed record ListExportParameters(string Query)
{
    public ListRequest Request(ListColumns columns) => ListRequest.Parse(Parts(), columns);

    private IEnumerable<KeyValuePair<string, string?>> Parts() => Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part =>
    {
        var sign = part.IndexOf('=', StringComparison.Ordinal);
        return sign < 0 ? new KeyValuePair<string, string?>(Read(part), "") : new(Read(part[..sign]), Read(part[(sign + 1)..]));
    });

    private static string Read(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
