using System.Globalization;
using Connect.Application.Common.Errors;

namespace Connect.Application.Common.Lists;

/// <summary>
/// What a list is asked for: order, page and filters. Read from a query string (<c>sort=-name&amp;page=2&amp;size=50&amp;f.name=~anna</c>)
/// and written as one, so that each view of a list has an address.
/// </summary>
public sealed record ListRequest
{
    public static readonly IReadOnlyList<int> Sizes = [10, 20, 50, 100];
    public const int DefaultSize = 20;
    private const int MaxPage = 10_000_000;

    /// <summary>Null for the order that the list comes in.</summary>
    public ListSort? Sort { get; init; }

    public int Page { get; init; } = 1;
    public int Size { get; init; } = DefaultSize;

    /// <summary>The usual number of rows was asked for by name, which holds against another that a browser remembers.</summary>
    public bool UsualSizeAsked { get; init; }

    /// <summary>What was asked for, by column; presets are not among them.</summary>
    public IReadOnlyDictionary<string, ListFilter> Filters { get; init; } = new Dictionary<string, ListFilter>();

    /// <summary>No preset filters.</summary>
    public bool All { get; init; }

    /// <summary>LIST 7: keys of the columns to show; null for all of them.</summary>
    public IReadOnlyList<string>? Shown { get; init; }

    /// <summary>The part of the account tree that the list is narrowed to; null for all that the user reaches.</summary>
    public ListWithin? Within { get; init; }

    /// <summary>What was asked for and could not be understood. Pages pass it over with a note; the API refuses.</summary>
    public IReadOnlyList<InputProblem> Problems { get; init; } = [];

    /// <summary>The filters among <see cref="Problems"/>, by column, to be mended where they were filled in.</summary>
    public IReadOnlyDictionary<string, UnreadFilter> Unread { get; init; } = new Dictionary<string, UnreadFilter>();

    /// <summary>True when the query came from a filter form and has a shorter spelling.</summary>
    public bool CameFromForm { get; init; }

    /// <summary>Never throws, whatever stands in the query.</summary>
    public static ListRequest Parse(IEnumerable<KeyValuePair<string, string?>> query, ListColumns columns) =>
        new ListRequestParser(columns).Parse(query);

    /// <summary>The same request, or the exception that tells what is wrong with it.</summary>
    /// <exception cref="InvalidInputException">Something in the query was not understood.</exception>
    public ListRequest OrThrow() => Problems.Count == 0 ? this : throw new InvalidInputException(Problems);

    /// <summary>Filters in force: those asked for, and presets where nothing else was asked for.</summary>
    public IReadOnlyDictionary<string, ListFilter> Effective(ListColumns columns)
    {
        var filters = All ? [] : columns.Presets.ToDictionary();
        foreach (var (key, filter) in Filters) filters[key] = filter;
        return filters.Where(pair => pair.Value is not NoFilter).ToDictionary();
    }

    /// <summary>The columns that are shown: those chosen, and always the one that leads to the row's page.</summary>
    public IEnumerable<ListColumn> ShownOf(ListColumns columns) => columns.Untyped.Where(column => Shown is null || column.Card == CardRole.Title || Shown.Contains(column.Key));

    public ListSort EffectiveSort(ListColumns columns) => Sort ?? columns.DefaultSort;

    public ListRequest With(string column, ListFilter? filter)
    {
        var filters = Filters.ToDictionary();
        if (filter is null) filters.Remove(column);
        else filters[column] = filter;
        return this with { Filters = filters, Page = 1 };
    }

    /// <summary>No filters at all, presets included; the order and the number of rows stay.</summary>
    public ListRequest Cleared(ListColumns columns) => this with { Filters = new Dictionary<string, ListFilter>(), All = columns.Presets.Count > 0, Page = 1 };

    /// <summary>Empty, or <c>?…</c>: the parts that differ from the list's defaults, always in the same order.</summary>
    public string ToQueryString()
    {
        var query = string.Join('&', Parts().Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value).Replace("%2C", ",", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal)}"));
        return query.Length == 0 ? "" : "?" + query;
    }

    /// <summary>The parts of the query string, for hidden fields of forms.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parts()
    {
        if (Within is not null) yield return new("account", Within.Account);
        if (Within is { Below: true }) yield return new("reach", "below");
        if (Sort is not null) yield return new("sort", Sort.Token);
        if (Page > 1) yield return new("page", Page.ToString(CultureInfo.InvariantCulture));
        if (Size != DefaultSize || UsualSizeAsked) yield return new("size", Size.ToString(CultureInfo.InvariantCulture));
        if (Shown is not null) yield return new("columns", string.Join(',', Shown));
        if (All) yield return new("f.all", "1");
        foreach (var (key, filter) in Filters.OrderBy(pair => pair.Key, StringComparer.Ordinal)) yield return new($"f.{key}", filter.Token);
    }

    internal static int? PageOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= MaxPage ? page : null;
}

/// <summary>One account of the user's reach, for lists whose rows belong to accounts: <c>account=100012</c>, with <c>reach=below</c> for those under it too.</summary>
/// <param name="Account">The account's number.</param>
public sealed record ListWithin(string Account, bool Below);

/// <summary>A filter that could not be understood.</summary>
/// <param name="From">What was written into its field, or the first of two.</param>
/// <param name="To">What was written into the second.</param>
public sealed record UnreadFilter(InputProblem Problem, string From, string To);
