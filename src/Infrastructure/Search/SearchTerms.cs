using Connect.Application.Search;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Search;

/// <summary>
/// What the search index holds of a text: what follows from each of its letters on, so that a part from the middle is found as a beginning.
/// Long ends are cut; who searches for more compares the whole text too.
/// </summary>
internal static class SearchTerms
{
    /// <summary>Signs kept of each.</summary>
    public const int Length = 24;

    /// <summary>Sorts after every text that begins with the same signs.</summary>
    private const char Last = '\uFFFF';

    public static IEnumerable<string> OfName(string? name)
    {
        var folded = SwedishText.Fold(name ?? "");
        for (var start = 0; start < folded.Length; start++)
            if (char.IsLetterOrDigit(folded[start])) yield return Cut(folded[start..]);
    }

    /// <param name="e164"><c>+46701234567</c>; kept without the Swedish country code.</param>
    public static IEnumerable<string> OfNumber(string? e164)
    {
        var digits = e164 is null ? "" : e164.StartsWith("+46", StringComparison.Ordinal) ? e164[3..] : e164.TrimStart('+');
        for (var start = 0; start < digits.Length; start++) yield return Cut(digits[start..]);
    }

    /// <summary>The ranges of the index that a search reads, from the first to before the last.</summary>
    public static IEnumerable<(string From, string Before)> RangesOf(SearchText text)
    {
        // Names have digits too: "12-34" may be part of one.
        return text.Numbers.Append(SwedishText.Fold(text.Text)).Select(Cut).Distinct().Select(term => (term, term + Last));
    }

    // No space at the end, which SQL Server does not tell from none; no half of a sign.
    private static string Cut(string text)
    {
        if (text.Length <= Length) return text;
        return text[..(char.IsHighSurrogate(text[Length - 1]) ? Length - 1 : Length)].TrimEnd();
    }
}
