using Connect.Application.Common.Texts;

namespace Connect.Application.Search;

/// <summary>
/// What somebody typed into the search field, as the beginnings to look for. Part of a name is enough, in any case; a phone number in any
/// Swedish spelling (<c>070-123 45 67</c>, <c>+4670…</c>, <c>004670…</c>) or part of one, since numbers are kept without country code.
/// </summary>
public sealed class SearchText
{
    public const int MaxLength = 100;

    private const string PhoneSigns = " -‑–()./+";

    private SearchText(string text)
    {
        Text = text;
        var bare = text.Replace("(0)", "", StringComparison.Ordinal);
        Digits = bare.All(sign => char.IsAsciiDigit(sign) || PhoneSigns.Contains(sign, StringComparison.Ordinal)) ? string.Concat(bare.Where(char.IsAsciiDigit)) : "";
    }

    /// <summary>As typed, trimmed, NFC, at most <see cref="MaxLength"/> signs.</summary>
    public string Text { get; }

    /// <summary>Only the digits, when nothing but a number was typed; else empty.</summary>
    public string Digits { get; }

    /// <summary>The spellings of the number that a search looks for; none when no number was typed.</summary>
    public IReadOnlyList<string> Numbers => Digits.Length == 0 ? [] : [.. new[] { WithoutCountry(), Digits }.Where(number => number.Length > 0).Distinct()];

    /// <summary>Null when nothing is left to look for.</summary>
    public static SearchText? Read(string? typed)
    {
        // Numbers are shown with spaces that do not break, and come back so from a page or a sheet.
        var cleaned = string.Concat(TypedText.Signs(typed).Select(sign => char.IsWhiteSpace(sign) ? ' ' : sign)).Trim();
        if (cleaned.Length > MaxLength) cleaned = cleaned[..(char.IsHighSurrogate(cleaned[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        return cleaned.Length == 0 ? null : new SearchText(cleaned.Normalize());
    }

    private string WithoutCountry() => (Text[0], Digits) switch
    {
        ('+', ['4', '6', .. var national]) => national,
        (_, ['0', '0', '4', '6', .. var national]) => national,
        (_, ['0', '0', .. var foreign]) => foreign,
        (_, ['0', .. var national]) => national,
        (_, ['4', '6', .. var national]) when Digits.Length > 9 => national,
        _ => Digits,
    };
}
