using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Connect.Application.Common.Errors;

namespace Connect.Application.Common.Lists;

/// <summary>
/// Takes a query string apart. Besides the spelling of addresses it knows that of plain forms, which cannot put parts together:
/// <c>fo.name=~</c> with <c>fv.name=anna</c>, <c>fa.price=100</c> with <c>fb.price=200</c>, and a choice as several <c>f.status</c>.
/// </summary>
internal sealed partial class ListRequestParser(ListColumns columns)
{
    private readonly Dictionary<string, ListFilter> _filters = [];
    private readonly List<InputProblem> _problems = [];
    private readonly Dictionary<string, UnreadFilter> _unread = [];

    public ListRequest Parse(IEnumerable<KeyValuePair<string, string?>> query)
    {
        var values = query.GroupBy(pair => pair.Key, pair => Clean(pair.Value ?? ""), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var key in values.Keys.Where(key => key.StartsWith("f.", StringComparison.Ordinal) && key != "f.all")) Filter(key[2..], string.Join(',', values[key].Where(value => value.Length > 0)), key);
        var fromForm = FromForm(values) | values.Any(pair => pair.Value.Count > 1);
        return new ListRequest
        {
            Sort = SortOf(values),
            Page = NumberOf(values, "page", ListRequest.PageOf, 1),
            Size = NumberOf(values, "size", text => ListRequest.PageOf(text) is { } size && ListRequest.Sizes.Contains(size) ? size : null, ListRequest.DefaultSize),
            UsualSizeAsked = Last(values, "size") == ListRequest.DefaultSize.ToString(CultureInfo.InvariantCulture),
            Shown = ShownOf(values),
            All = values.TryGetValue("f.all", out var all) && all[^1] == "1",
            Within = Last(values, "account") is { Length: > 0 } account ? new(Short(account), Last(values, "reach") == "below") : null,
            Filters = _filters,
            Problems = _problems,
            Unread = _unread,
            CameFromForm = fromForm,
        };
    }

    private bool FromForm(Dictionary<string, List<string>> values)
    {
        var found = false;
        foreach (var (name, parts) in values)
        {
            if (name.Length < 4 || name[0] != 'f' || name[2] != '.') continue;
            var column = name[3..];
            var token = name[1] switch
            {
                'o' => parts[^1] is "!" or "!!" ? parts[^1] : Compose(parts[^1], Last(values, $"fv.{column}")),
                'a' => Span(parts[^1], Last(values, $"fb.{column}")),
                'b' when !values.ContainsKey($"fa.{column}") => Span("", parts[^1]),
                _ => null,
            };
            found |= name[1] is 'o' or 'v' or 'a' or 'b';
            if (token is not null) Filter(column, token, name);
        }

        return found;
    }

    private void Filter(string key, string token, string field)
    {
        if (columns.Find(key) is not { Filterable: true } column) _problems.Add(new(field, "ListColumnUnknown", Short(key)));
        else if (ListFilterParser.Parse(column, token, out var problem) is not { } filter) PassOver(key, field, problem!);
        // An empty filter says something only where it takes a preset off.
        else if (filter is not NoFilter || columns.Presets.ContainsKey(key)) _filters[key] = filter;
    }

    private void PassOver(string key, string field, ListFilterProblem wrong)
    {
        var problem = new InputProblem(field, wrong.Code, Short(wrong.Part));
        _problems.Add(problem);
        _unread[key] = new(problem, wrong.From, wrong.To);
    }

    private ListSort? SortOf(Dictionary<string, List<string>> values)
    {
        if (Last(values, "sort") is not { Length: > 0 } token) return null;
        var sort = token[0] == '-' ? new ListSort(token[1..], true) : new ListSort(token);
        if (columns.Find(sort.Key) is { Sortable: true }) return sort;
        _problems.Add(new("sort", "ListColumnUnknown", Short(sort.Key)));
        return null;
    }

    /// <summary>In the list's own order; none for all of them.</summary>
    private IReadOnlyList<string>? ShownOf(Dictionary<string, List<string>> values)
    {
        if (!values.TryGetValue("columns", out var written)) return null;
        var asked = written.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
        foreach (var unknown in asked.Where(key => columns.Find(key) is null)) _problems.Add(new("columns", "ListColumnUnknown", Short(unknown)));
        if (!columns.Untyped.Any(column => asked.Contains(column.Key))) return null;
        var shown = columns.Untyped.Where(column => column.Card == CardRole.Title || asked.Contains(column.Key)).Select(column => column.Key).ToList();
        return shown.Count == columns.Untyped.Count ? null : shown;
    }

    private int NumberOf(Dictionary<string, List<string>> values, string name, Func<string, int?> read, int otherwise)
    {
        if (Last(values, name) is not { Length: > 0 } text) return otherwise;
        if (read(text) is { } number) return number;
        _problems.Add(new(name, name == "page" ? "ListPageWrong" : "ListSizeWrong", Short(text)));
        return otherwise;
    }

    private static string Last(Dictionary<string, List<string>> values, string name) => values.TryGetValue(name, out var all) ? all[^1] : "";

    private static string Compose(string sign, string text) =>
        text.Length == 0 ? "" : (sign is "^" or "=" ? sign : "~") + text.Replace("\\", "\\\\", StringComparison.Ordinal);

    private static string Span(string from, string to) => from.Length + to.Length == 0 ? "" : $"{Typed(from)}..{Typed(to)}";

    // 1,234.50 in an English form is 1234.50; in an address, as in a Swedish form, a comma begins the decimals.
    private static string Typed(string text) => Texts.Text.Reader == Texts.Text.English ? Thousands().Replace(text, "") : text;

    private static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");

    /// <summary>Lone surrogates, control characters and noncharacters match nothing, and some functions refuse them.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => !Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE).Select(rune => rune.ToString())).Normalize();

    [GeneratedRegex(@"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")]
    private static partial Regex Thousands();
}
