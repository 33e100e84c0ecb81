using System.Globalization;
using System.Text;

namespace Connect.Application.Common.Lists;

/// <summary>Reads a filter as it stands in the query string. Whatever stands there, the answer is a filter or a problem.</summary>
internal static class ListFilterParser
{
    public const int MaxLength = 200;
    private const decimal MaxNumber = 100_000_000_000m;
    private static readonly DateOnly FirstDay = new(1900, 1, 1), LastDay = new(2999, 12, 31);

    /// <param name="problem">Code of an error text; null when it is a filter.</param>
    public static ListFilter? Parse(ListColumn column, string token, out string? problem)
    {
        problem = null;
        if (token.Length == 0) return new NoFilter();
        if (token is "!" or "!!" && column.Type != ListColumnType.Choice) return new EmptyFilter(token == "!!");
        return column.Type switch
        {
            ListColumnType.Choice => Choice(column, token, out problem),
            ListColumnType.Number or ListColumnType.Money => Number(token, out problem),
            ListColumnType.Date or ListColumnType.Instant => Date(token, out problem),
            _ => Fitting(TextOf(token), out problem),
        };
    }

    // The text itself has the length: its token is longer by the operator and by what had to be escaped.
    private static ListFilter? Fitting(ListFilter filter, out string? problem) =>
        filter is TextFilter { Text.Length: > MaxLength } ? Wrong("ListFilterTooLong", out problem) : Done(filter, out problem);

    private static ListFilter TextOf(string token)
    {
        var match = token[0] switch { '^' => TextMatch.StartsWith, '=' => TextMatch.Equals, _ => TextMatch.Contains };
        var text = Unescape(token[0] is '~' or '^' or '=' ? token[1..] : token).Trim();
        return text.Length == 0 ? new NoFilter() : new TextFilter(match, text);
    }

    private static ListFilter? Choice(ListColumn column, string token, out string? problem)
    {
        problem = null;
        var values = Split(token).Select(Unescape).Where(value => value.Length > 0).Distinct().Take(100).ToList();
        if (column.IsOpenChoice) return values.Exists(value => value.Length > MaxLength) ? Wrong("ListFilterTooLong", out problem) : Chosen(values);
        // In the order of the column, so that one choice has one address.
        var known = column.Choices.Select(choice => choice.Value).Where(values.Contains).ToList();
        return known.Count == values.Count ? Chosen(known) : Wrong("ListFilterChoice", out problem);
    }

    private static ListFilter Chosen(List<string> values) => values.Count == 0 ? new NoFilter() : new ChoiceFilter(values);

    private static ListFilter? Number(string token, out string? problem)
    {
        var (fromText, toText) = Range(token);
        return TryNumber(fromText, out var from) && TryNumber(toText, out var to)
            ? Done(from is null && to is null ? new NoFilter() : new NumberFilter(from, to), out problem)
            : Wrong("ListFilterNumber", out problem);
    }

    private static ListFilter? Date(string token, out string? problem)
    {
        var (fromText, toText) = Range(token);
        return TryDay(fromText, out var from) && TryDay(toText, out var to)
            ? from > to ? Wrong("ListFilterTurned", out problem) : Done(from is null && to is null ? new NoFilter() : new DateFilter(from, to), out problem)
            : Wrong("ListFilterDate", out problem);
    }

    private static (string From, string To) Range(string token)
    {
        var dots = token.IndexOf("..", StringComparison.Ordinal);
        return dots < 0 ? (token, token) : (token[..dots], token[(dots + 2)..]);
    }

    private static bool TryNumber(string text, out decimal? number)
    {
        number = null;
        // A decimal comma and spaces between thousands are how people here write numbers.
        var plain = string.Concat(text.Where(sign => !char.IsWhiteSpace(sign))).Replace(',', '.').Replace('−', '-');
        if (plain.Length == 0) return true;
        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(plain, styles, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) > MaxNumber) return false;
        number = value;
        return true;
    }

    private static bool TryDay(string text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)) return false;
        day = value;
        return value >= FirstDay && value <= LastDay;
    }

    private static IEnumerable<string> Split(string token)
    {
        var start = 0;
        for (var i = 0; i < token.Length; i++)
        {
            if (token[i] == '\\') i++;
            else if (token[i] == ',')
            {
                yield return token[start..i];
                start = i + 1;
            }
        }

        yield return token[start..];
    }

    private static string Unescape(string token)
    {
        var text = new StringBuilder(token.Length);
        for (var i = 0; i < token.Length; i++) text.Append(token[i] == '\\' && i + 1 < token.Length ? token[++i] : token[i]);
        return text.ToString();
    }

    private static ListFilter Done(ListFilter filter, out string? problem)
    {
        problem = null;
        return filter;
    }

    private static ListFilter? Wrong(string code, out string? problem)
    {
        problem = code;
        return null;
    }
}
