using Connect.Application.Common.Texts;
using Connect.Application.Search;

namespace Connect.Web.Components.Search;

/// <summary>Tells which part of a shown text matched what was typed: the same letters in any case, or the same digits however they are grouped.</summary>
internal static class SearchMark
{
    /// <returns>The text before, in and after the match; all of it before when there is none.</returns>
    public static (string Before, string Match, string After) Split(string shown, SearchText? typed)
    {
        if (typed is null) return (shown, "", "");
        var found = typed.Digits.Length > 0 ? Digits(shown, typed) : Letters(shown, typed.Text);
        return found.Start < 0 ? (shown, "", "") : (shown[..found.Start], shown[found.Start..found.End], shown[found.End..]);
    }

    private static (int Start, int End) Letters(string shown, string typed)
    {
        var start = Text.Swedish.CompareInfo.IndexOf(shown, typed, System.Globalization.CompareOptions.IgnoreCase, out var length);
        return (start, start + length);
    }

    private static (int Start, int End) Digits(string shown, SearchText typed)
    {
        var places = Enumerable.Range(0, shown.Length).Where(place => char.IsAsciiDigit(shown[place])).ToList();
        var digits = string.Concat(places.Select(place => shown[place]));
        foreach (var number in typed.Numbers)
        {
            var at = digits.IndexOf(number, StringComparison.Ordinal);
            if (at >= 0) return (places[at], places[at + number.Length - 1] + 1);
        }

        return (-1, -1);
    }
}
