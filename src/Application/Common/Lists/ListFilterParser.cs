using System.Globalization;
using System.Text;

namespace Connect.Application.Common.Lists;

/// <summary>Reads a filter as it stands in the query string. Whatever stands there, the answer is a filter or a problem.</summary>
internal static class ListFilterParser
{
    public const int MaxLength = 200;
    private const decimal MaxNumber = 100_000_000_000m;
    private static readonly DateOnly FirstDay = new(1900, 1, 1), LastDay = new(2999, 12, 31);

    /// <param name="problem">What is wrong with it; null when it is a filter.</param>
    public static ListFilter? Parse(ListColumn column, string token, out ListFilterProblem? problem)
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
    private static ListFilter? Fitting(ListFilter filter, out ListFilterProblem? problem) =>
        filter is TextFilter { Text: { Length: > MaxLength } text } ? Wrong("ListFilterTooLong", text, (text, ""), out problem) : Done(filter, out problem);

    private static ListFilter TextOf(string token)
    {
        var match = token[0] switch { '^' => TextMatch.StartsWith, '=' => TextMatch.Equals, _ => TextMatch.Contains };
        var text = Unescape(token[0] is '~' or '^' or '=' ? token[1..] : token).Trim();
        return text.Length == 0 ? new NoFilter() : new TextFilter(match, text);
    }

    private static ListFilter? Choice(ListColumn column, string token, out ListFilterProblem? problem)
    {
        problem = null;
        var values = Split(token).Select(Unescape).Where(value => value.Length > 0).Distinct().Take(100).ToList();
        if (column.IsOpenChoice) return values.Find(value => value.Length > MaxLength) is { } tooLong ? Wrong("ListFilterTooLong", tooLong, ("", ""), out problem) : Chosen(values);
        // In the order of the column, so that one choice has one address.
        var known = column.Choices.Select(choice => choice.Value).Where(values.Contains).ToList();
        return known.Count == values.Count ? Chosen(known) : Wrong("ListFilterChoice", values.Except(known).First(), ("", ""), out problem);
    }

    private static ListFilter Chosen(List<string> values) => values.Count == 0 ? new NoFilter() : new ChoiceFilter(values);

    private static ListFilter? Number(string token, out ListFilterProblem? problem)
    {
        var typed = Range(token);
        if (!TryNumber(typed.From, out var from)) return Wrong("ListFilterNumber", typed.From, typed, out problem);
        if (!TryNumber(typed.To, out var to)) return Wrong("ListFilterNumber", typed.To, typed, out problem);
        return Done(from is null && to is null ? new NoFilter() : new NumberFilter(from, to), out problem);
    }

    private static ListFilter? Date(string token, out ListFilterProblem? problem)
    {
        var typed = Range(token);
        if (!TryDay(typed.From, out var from)) return Wrong("ListFilterDate", typed.From, typed, out problem);
        if (!TryDay(typed.To, out var to)) return Wrong("ListFilterDate", typed.To, typed, out problem);
        if (from > to) return Wrong("ListFilterTurned", token, typed, out problem);
        return Done(from is null && to is null ? new NoFilter() : new DateFilter(from, to), out problem);
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

    private static ListFilter Done(ListFilter filter, out ListFilterProblem? problem)
    {
        problem = null;
        return filter;
    }

    private static ListFilter? Wrong(string code, string part, (string From, string To) typed, out ListFilterProblem? problem)
    {
        problem = new(code, part, typed.From, typed.To);
        return null;
    }
}

/// <summary>Why a filter could not be read.</summary>
/// <param name="Code">Of an error text.</param>
/// <param name="Part">The part of it that is wrong: one end of a span, one of several values.</param>
/// <param name="From">What was written into its field, or the first of two.</param>
/// <param name="To">What was written into the second.</param>
internal sealed record ListFilterProblem(string Code, string Part, string From, string To);
